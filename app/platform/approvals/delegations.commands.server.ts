/** Gives one's decisions to a colleague while away 委托代办, and takes them back. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import { addDays, addMonths, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'

export type DelegationRefusal =
  | 'colleague_unknown'
  | 'ends_before_start'
  | 'past'
  | 'too_long'
  | 'overlaps'
  | 'not_found'

const refuse: Refuse<DelegationRefusal> = refuseAct

/** Nobody is away for longer without their post being filled otherwise. */
const MOST_MONTHS = 12

export type DelegationWish = {
  toId: string
  validFrom: PlainDate
  /** The last day on which it holds. */
  lastDay: PlainDate
  reason: string
}

/** Colleagues of the actor's organisation whose accounts are in use, by name. */
export async function colleaguesOf(db: Db, { accountId, organisationId }: Actor) {
  return db.account.findMany({
    where: { organisationId, disabledAt: null, id: { not: accountId } },
    select: { id: true, displayName: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}

export function delegate(
  db: PrismaClient,
  actor: Actor,
  wish: DelegationWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string }, DelegationRefusal>> {
  const { toId, validFrom, lastDay, reason } = wish
  const { accountId, organisationId, personId } = actor
  return perform(db, actor, {
    name: 'delegate',
    input: wish,
    async lock(tx) {
      if (lastDay < validFrom) refuse('ends_before_start')
      if (validFrom < today) refuse('past')
      if (lastDay > addMonths(validFrom, MOST_MONTHS)) refuse('too_long')
      const colleagues = await colleaguesOf(tx, actor)
      if (!colleagues.some(({ id }) => id === toId)) refuse('colleague_unknown')
    },
    async write(tx) {
      const id = newId()
      const validTo = addDays(lastDay, 1)
      const dates = { validFrom: toDbDate(validFrom), validTo: toDbDate(validTo) }
      await tx.approvalDelegation.create({ data: { id, fromId: accountId, toId, ...dates, reason } })
      const about = { organisationId, personId, subject: `delegation:${id}` }
      const event = { action: 'delegation.given', ...about, after: { toId, validFrom, validTo } }
      return { done: { id }, events: [event] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'overlaps' : null),
  })
}

/** Ends one's own delegation from today on; one that has not begun is gone. */
export function endDelegation(
  db: PrismaClient,
  actor: Actor,
  input: { id: string } & Keyed,
  today: PlainDate,
): Promise<Outcome<object, DelegationRefusal>> {
  const { id } = input
  const { accountId, organisationId, personId } = actor
  return perform(db, actor, {
    name: 'endDelegation',
    input,
    async lock(tx) {
      await tx.$queryRaw`select id from approval_delegation where id = ${id}::uuid for update`
      const one = await tx.approvalDelegation.findFirst({ where: { id, fromId: accountId } })
      if (!one || fromDbDate(one.validTo) <= today) return refuse('not_found')
      return one
    },
    async write(tx, one) {
      const before = { validFrom: fromDbDate(one.validFrom), validTo: fromDbDate(one.validTo) }
      if (before.validFrom < today)
        await tx.approvalDelegation.update({ where: { id }, data: { validTo: toDbDate(today) } })
      else await tx.approvalDelegation.delete({ where: { id } })
      const about = { organisationId, personId, subject: `delegation:${id}` }
      return {
        done: {},
        events: [{ action: 'delegation.ended', ...about, before, after: { validTo: today } }],
      }
    },
  })
}
