/** A case as its page shows it, in the reader's words. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { isYearKnown } from '#app/platform/calendar/working-days.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatDay, formatList, formatMoment } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Step } from '#app/ui/steps.tsx'
import type { Tone } from '#app/ui/tag.tsx'
import type { CaseRecord } from './case.queries.server.ts'
import type { CaseRefusal } from './cases.commands.server.ts'
import { decideForm, ownForm } from './forms.ts'
import { type CaseState, type EntryKind, isDecided } from './move.ts'

export const stateTones: Record<CaseState, Tone> = {
  draft: 'neutral',
  waiting: 'accent',
  returned: 'amber',
  notice: 'accent',
  approved: 'green',
  rejected: 'red',
  withdrawn: 'neutral',
}

export async function caseView(db: Db, actor: Actor, found: CaseRecord, words: Words) {
  const { t, locale } = words
  const { process, subject, state } = found
  const facts = (await process.facts?.({ db, actor, t, locale }, subject)) ?? []
  return {
    title: found.title,
    kind: t(process.label),
    state: { label: t(`approval.state_${state}`), tone: stateTones[state] },
    steps: stepsOf(found, words),
    facts: [{ term: t('approval.school'), value: found.orgName }, ...facts, ...waitingFor(found, words)],
    href: process.href?.(subject) ?? null,
    notices: found.notices.map(({ id, number, state: noticeState, firstDay, lastDay }) => ({
      ...{ id, href: `/notices/${id}`, title: t('notice.numbered', { number }) },
      days: t('notice.days', { first: formatDay(firstDay, locale), last: formatDay(lastDay, locale) }),
      state: t(`notice.state_${noticeState}`),
    })),
    objections: found.objections.map(({ id, text, receivedAt, answer, isUpheld }) => ({
      ...{ id, text, answer, received: formatMoment(receivedAt) },
      outcome: answer === null ? null : t(isUpheld ? 'notice.upheld' : 'notice.not_upheld'),
      answerHref: found.canAnswer && answer === null ? `/approvals/${found.id}/objections/${id}` : null,
    })),
    said: found.said.toReversed().map(({ number, kind, step, comment, byName, behalfName, at }) => {
      const label = process.steps.find(({ key }) => key === step)?.label
      const by = behalfName ? t('approval.on_behalf', { name: byName, behalf: behalfName }) : byName
      return {
        id: String(number),
        date: formatMoment(at),
        dateTime: at,
        title: [label && t(label), t(`approval.entry_${kind}`)].filter(Boolean).join(' · '),
        body: comment,
        meta: by,
        tone: entryTones[kind] ?? ('neutral' as const),
      }
    }),
    decide: found.mayDecide === null ? decideView(found, words) : null,
    own: found.canSubmit || found.canWithdraw ? ownView(found, words) : null,
    // Whoever the case waits for is told why it is not for them.
    notYours: notYours(found, words),
  }
}

const NAMED_AT_MOST = 6

/** Whom it waits for; of many, the first by name and how many they are. */
function waitingFor({ waits }: CaseRecord, { t, locale }: Words) {
  const dueOn = waits[0]?.dueOn
  if (!dueOn) return []
  const names = [...new Set(waits.map(({ orgName }) => orgName))]
  const named = formatList(names.slice(0, NAMED_AT_MOST), locale)
  const org =
    names.length > NAMED_AT_MOST ? t('approval.waits_many', { orgs: named, count: names.length }) : named
  return [
    {
      term: t('approval.waits_for'),
      value: t('approval.waits_at', { org, day: formatDay(dueOn, locale) }),
      note: isYearKnown(Number(dueOn.slice(0, 4))) ? undefined : t('approval.calendar_unknown'),
    },
  ]
}

const entryTones: Readonly<Partial<Record<EntryKind, Tone>>> = {
  approved: 'green',
  concluded: 'green',
  returned: 'amber',
  escalated: 'amber',
  objected: 'amber',
  rejected: 'red',
}

function notYours({ mayDecide, mover }: CaseRecord, { t }: Words): string | null {
  if (!mover.isAwaited || (mayDecide !== 'own_case' && mayDecide !== 'recused')) return null
  return t(`approval.not_yours_${mayDecide}`)
}

/** From its opening to its end; where it went another way, the end says so. */
function stepsOf({ process, state, step, hasNotice }: CaseRecord, { t }: Words): Step[] {
  const labels = [
    t('approval.step_draft'),
    ...process.steps.map(({ label }) => t(label)),
    ...(hasNotice ? [t('approval.step_notice')] : []),
    isDecided(state) ? t(`approval.state_${state}`) : t('approval.step_decided'),
  ]
  const current = currentOf({ state, step, count: process.steps.length, last: labels.length - 1 })
  return labels.map((label, at) => {
    if (at === current) return { label, state: 'current' }
    const wasPassed = at < current && (!isDecided(state) || state === 'approved' || at <= step)
    return { label, state: wasPassed ? 'done' : 'ahead' }
  })
}

function currentOf(at: { state: CaseState; step: number; count: number; last: number }): number {
  if (at.state === 'draft' || at.state === 'returned') return 0
  if (at.state === 'waiting') return at.step + 1
  return at.state === 'notice' ? at.count + 1 : at.last
}

export function decideView({ version }: Pick<CaseRecord, 'version'>, words: Words): FormView {
  const { t } = words
  return {
    title: t('approval.decide'),
    ...{ trail: [], intro: '' },
    sections: drawSections(decideForm.sections, words, { values: { decision: 'approve' } }),
    hidden: { version: String(version), which: 'decide' },
    submitLabel: t('approval.decide_save'),
  }
}

export function ownView(
  { version, canSubmit, canWithdraw }: Pick<CaseRecord, 'version' | 'canSubmit' | 'canWithdraw'>,
  words: Words,
): FormView {
  const { t } = words
  const acts = [...(canSubmit ? ['submit' as const] : []), ...(canWithdraw ? ['withdraw' as const] : [])]
  const options = acts.map((value) => ({ value, label: t(`approval.act_${value}`) }))
  return {
    title: t('approval.own'),
    ...{ trail: [], intro: '' },
    sections: drawSections(ownForm.sections, words, { fields: { act: { options } } }),
    hidden: { version: String(version), which: 'own' },
    submitLabel: t('approval.own_save'),
  }
}

/** A refusal in words, at the field it is about. */
export function caseRefusal({ reason, values }: Refused<CaseRefusal>): ActRefusal {
  const field = reason === 'comment_missing' ? 'comment' : ''
  const isConflict = reason === 'changed_meanwhile'
  return { ok: false, key: `approval.error_${reason}`, field, values, isConflict }
}
