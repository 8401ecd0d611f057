/** The facts of a record as links to their corrections. */
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { DatedFact, StaffRecord } from '../staff-record.ts'
import { type CorrectedNoun, correctHref, personHref } from './acts.ts'
import { codeText } from './code-text.ts'
import { postText } from './life.ts'
import type { CorrectionListView } from './staff-views.ts'

export function correctionListView(record: StaffRecord, words: Words): CorrectionListView {
  const { t, locale } = words
  const { personId, name, organisationNames } = record
  const group = <Fact extends DatedFact>(
    noun: CorrectedNoun,
    title: MessageKey,
    facts: readonly Fact[],
    label: (fact: Fact) => string,
  ) => {
    const inOrder = [...facts].sort((a, b) => b.validFrom.localeCompare(a.validFrom))
    const entries = inOrder.map((fact) => ({
      term: fact.validFrom,
      label: label(fact),
      note: fact.validTo ? t('staff.life_until', { day: fact.validTo }) : undefined,
      href: correctHref(personId, noun, fact.id),
    }))
    return { key: noun, title: t(title), entries }
  }
  const identity = {
    term: t('staff.name'),
    label: name,
    href: correctHref(personId, 'identity'),
  }
  const groups = [
    { key: 'identity', title: t('staff.section_identity'), entries: [identity] },
    group('appointment', 'staff.post', record.appointments, (one) =>
      [organisationNames[one.workOrgId], postText(one, { locale })].filter(Boolean).join('　'),
    ),
    group('title', 'staff.title_level', record.titles, (one) =>
      codeText('titleLevel', one.titleLevel, words),
    ),
    group('honour', 'staff.honours', record.honours, (one) => codeText('honour', one.honour, words)),
    group('status', 'staff.state', record.statuses, (one) => codeText('staffStatus', one.status, words)),
  ]
  return { name, href: personHref(personId), groups: groups.filter(({ entries }) => entries.length > 0) }
}
