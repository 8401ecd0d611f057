/** What becomes of a posting: an early return, an extension, calling it off. The registry follows in the same transaction. */
import { movePostingEnd, takeOutPosting } from '#app/modules/registry/index.server.ts'
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Json } from '#app/platform/audit/canonical.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { mostMonths } from '../rounds/form-policy.ts'
import {
  type EarlyReason,
  earlyEndProblem,
  extensionProblem,
  type PostingRefusal,
  phaseOf,
} from './posting.ts'
import { lockPosting, type PostingRow } from './postings.queries.server.ts'

export type PostingOutcome = Outcome<{ id: string }, PostingRefusal>
export type PostingAsked = { id: string; version: number } & Keyed

export const refuse: Refuse<PostingRefusal> = refuseAct

/** Ends a posting before its time, by an early return or illness. */
export function endEarly(
  db: PrismaClient,
  actor: Actor,
  asked: PostingAsked & { lastDay: PlainDate; why: EarlyReason; reason: string },
  today: PlainDate,
): Promise<PostingOutcome> {
  const { lastDay, why, reason } = asked
  return perform(db, actor, {
    name: 'endPostingEarly',
    input: asked,
    async lock(tx) {
      const posting = await runnable(tx, actor, asked)
      const problem = earlyEndProblem(posting, lastDay, today)
      if (problem) refuse(problem)
      return posting
    },
    async write(tx, posting) {
      const moved = await moveEnd(tx, posting, { validTo: addDays(lastDay, 1), endReason: why, reason })
      return {
        done: { id: posting.id },
        events: [...moved, endEvent('posting.ended_early', posting, lastDay, reason)],
      }
    },
  })
}

/** Puts the end of a posting off. */
export function extend(
  db: PrismaClient,
  actor: Actor,
  asked: PostingAsked & { lastDay: PlainDate; reason: string },
  today: PlainDate,
): Promise<PostingOutcome> {
  const { lastDay, reason } = asked
  return perform(db, actor, {
    name: 'extendPosting',
    input: asked,
    async lock(tx) {
      const posting = await runnable(tx, actor, asked)
      const policies: ExchangePolicies = await policiesAt(tx, posting.homeId, today)
      const most = mostMonths(posting.form, policies)
      const problem = extensionProblem(posting, lastDay, most, today)
      if (problem) refuse(problem, { months: most })
      return posting
    },
    async write(tx, posting) {
      const moved = await moveEnd(tx, posting, {
        validTo: addDays(lastDay, 1),
        endReason: 'extended',
        reason,
      })
      return {
        done: { id: posting.id },
        events: [...moved, endEvent('posting.extended', posting, lastDay, reason)],
      }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'overlaps' : null),
  })
}

/** Calls a posting off that has not begun. */
export function cancelPosting(
  db: PrismaClient,
  actor: Actor,
  asked: PostingAsked & { reason: string },
  today: PlainDate,
): Promise<PostingOutcome> {
  return perform(db, actor, {
    name: 'cancelPosting',
    input: asked,
    async lock(tx) {
      const posting = await runnable(tx, actor, asked)
      if (phaseOf(posting, today) !== 'ahead') refuse('wrong_phase')
      return posting
    },
    async write(tx, posting) {
      const { id, version, appointmentId } = posting
      const events = appointmentId ? await takeOutPosting(tx, appointmentId, asked.reason) : []
      const data = {
        cancelledAt: new Date(),
        appointmentId: null,
        endReason: 'cancelled',
        reason: asked.reason,
      }
      await tx.exchangePosting.update({ where: { id }, data: { ...data, version: version + 1 } })
      await tx.exchangeSlot.deleteMany({ where: { postingId: id } })
      const event = { ...postingEvent('posting.cancelled', posting, {}), reason: asked.reason }
      return { done: { id }, events: [...events, event] }
    },
  })
}

/** The posting under lock, for the county that runs the exchange of its home school. */
async function runnable(tx: Db, actor: Actor, { id, version }: PostingAsked): Promise<PostingRow> {
  const posting = await lockPosting(tx, actor, id)
  if (!posting) refuse('not_found')
  if (!can(actor, 'exchange:round', { lineage: posting.homeLineage })) refuse('not_allowed')
  if (posting.version !== version) refuse('changed_meanwhile')
  // The post itself has moved: from then on it is the registry's to change.
  if (posting.transfers) refuse('transferred')
  return posting
}

async function moveEnd(
  tx: Db,
  { id, version, appointmentId }: PostingRow,
  { validTo, endReason, reason }: { validTo: PlainDate; endReason: string; reason: string },
): Promise<AuditEvent[]> {
  // Before the appointment's: the database moves the posting's end with it, and finds nothing left to do.
  await tx.exchangePosting.update({
    where: { id },
    data: { validTo: toDbDate(validTo), endReason, reason, version: version + 1 },
  })
  await tx.exchangeSlot.updateMany({ where: { postingId: id }, data: { validTo: toDbDate(validTo) } })
  return appointmentId ? movePostingEnd(tx, appointmentId, validTo, 'posting_over') : []
}

function endEvent(action: string, posting: PostingRow, lastDay: PlainDate, reason: string): AuditEvent {
  const before = { lastDay: addDays(posting.validTo, -1) }
  return { ...postingEvent(action, posting, { lastDay }), before, reason }
}

export function postingEvent(
  action: string,
  { id, personId, homeId }: Pick<PostingRow, 'id' | 'personId' | 'homeId'>,
  after: Record<string, Json>,
): AuditEvent {
  return { action, organisationId: homeId, personId, subject: `posting:${id}`, after }
}
