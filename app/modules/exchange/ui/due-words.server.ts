/** Words of outcomes, grounds and people, for lists, files and decisions. */
import { CODE_LISTS, type CodeListName, codeLabel } from '#app/modules/registry/index.ts'
import { addDays, fullYearsBetween, type PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { Tone } from '#app/ui/tag.tsx'
import type { DueRow } from '../due.queries.server.ts'
import { type BaseRule, type DueOutcome, decisiveReason, isBaseRule, servedSince } from '../eligibility.ts'
import { EXEMPTIONS } from '../exemption.ts'
import type { OutcomeView } from './due-views.ts'

export type Words = { t: ServerTranslate; locale: Locale }

const tones: Record<DueOutcome, Tone> = {
  due: 'accent',
  exempt: 'green',
  deferred: 'amber',
  not_yet: 'neutral',
  not_subject: 'neutral',
}

export function outcomeView(outcome: DueOutcome, { t }: Words): OutcomeView {
  return { label: t(`exchange.outcome_${outcome}`), tone: tones[outcome] }
}

export function schoolYearText(year: number, { t }: Words): string {
  return t('exchange.school_year', { from: year, to: year + 1 })
}

/** A code of the registry in words; nothing for no code. */
export function word(list: CodeListName, code: string | null, { locale }: Words): string {
  return code === null ? '' : codeLabel(CODE_LISTS[list], code, locale)
}

export function teachingText({ stage, subject }: Pick<DueRow, 'stage' | 'subject'>, words: Words): string {
  return [word('stage', stage, words), word('subject', subject, words)].filter(Boolean).join(' ')
}

/** Full years from where they are counted, never negative. */
export function yearsServed(row: DueRow, day: PlainDate): number {
  return Math.max(0, fullYearsBetween(servedSince(row), day))
}

/** What decided, in a few words. */
export function groundText(decision: Decision<DueOutcome>, words: Words): string {
  const reason = decisiveReason(decision)
  if (!reason) return ''
  const { rule, facts } = reason
  const lastDay = typeof facts.until === 'string' ? formatDay(addDays(facts.until, -1), words.locale) : ''
  if (!isBaseRule(rule))
    return words.t('exchange.ground.exemption', { kind: kindOfRule(rule, words), lastDay })
  const retires = typeof facts.retiresOn === 'string' ? formatDay(facts.retiresOn, words.locale) : ''
  if (rule === 'in_post' && typeof facts.status === 'string') return word('staffStatus', facts.status, words)
  return words.t(groundKey(rule), { years: String(facts.years ?? ''), retiresOn: retires, lastDay })
}

function groundKey(rule: BaseRule) {
  return `exchange.ground.${rule}` as const
}

function kindOfRule(rule: string, words: Words): string {
  return exemptionWord(rule.replace(/^no_/, ''), words)
}

export function exemptionWord(kind: string, { locale }: Words): string {
  return codeLabel(EXEMPTIONS, kind, locale)
}
