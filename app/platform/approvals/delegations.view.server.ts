/** Delegations as their page shows them: those one gave, those one was given. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { colleaguesOf, type DelegationRefusal } from './delegations.commands.server.ts'
import { delegationForm } from './forms.ts'

const MOST = 50

/** What still runs or is to come, the next first. */
export async function delegationsView(db: Db, actor: Actor, today: PlainDate, words: Words) {
  const found = await db.approvalDelegation.findMany({
    where: {
      validTo: { gt: toDbDate(today) },
      OR: [{ fromId: actor.accountId }, { toId: actor.accountId }],
    },
    include: { from: { select: { displayName: true } }, to: { select: { displayName: true } } },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  const day = (date: Date) => formatDay(fromDbDate(date), words.locale)
  return {
    delegations: found.map((one) => ({
      id: one.id,
      from: one.from.displayName,
      to: one.to.displayName,
      first: day(one.validFrom),
      last: formatDay(addDays(fromDbDate(one.validTo), -1), words.locale),
      reason: one.reason,
      isOwn: one.fromId === actor.accountId,
    })),
    form: delegationView(await colleaguesOf(db, actor), today, words),
  }
}

export function delegationView(
  colleagues: readonly { id: string; displayName: string }[],
  today: PlainDate,
  words: Words,
): FormView {
  const options = colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))
  return {
    title: words.t('delegation.new'),
    ...{ trail: [], intro: '' },
    sections: drawSections(delegationForm.sections, words, {
      values: { validFrom: today },
      fields: { toId: { options }, validFrom: { min: today } },
    }),
    submitLabel: words.t('delegation.save'),
  }
}

const fieldOf: Record<DelegationRefusal, string> = {
  colleague_unknown: 'toId',
  ends_before_start: 'lastDay',
  past: 'validFrom',
  too_long: 'lastDay',
  overlaps: 'validFrom',
  not_found: '',
}

export function delegationRefusal({ reason }: Refused<DelegationRefusal>): ActRefusal {
  return { ok: false, key: `delegation.error_${reason}`, field: fieldOf[reason] }
}
