/** A bureau dissolves a studio before the end of its term: what was ahead is cancelled, everybody concerned is told. On `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { tellOfChange } from '../activities/tell.server.ts'
import { tellMembers } from '../members/tell-members.server.ts'
import { activitiesAhead } from './dissolve.queries.server.ts'

export type DissolveRefusal = 'not_found' | 'stale' | 'ended' | 'ahead' | 'meanwhile'

const refuse: Refuse<DissolveRefusal> = refuseAct

/** From today; only one that stands. Members are free for other studios from today, and asked for nothing any more. */
export function dissolveStudio(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string; version: number; why: string } & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string; cancelled: number }, DissolveRefusal>> {
  const { id, version, why } = wish
  return perform(db, actor, {
    name: 'dissolveStudio',
    input: wish,
    async lock(tx) {
      // Activities before their studio, as every act on one locks them.
      const locked = await lockAhead(tx, id)
      await tx.$queryRaw`select id from studio where id = ${id}::uuid for no key update`
      const studio = await tx.studio.findUnique({ where: { id }, include: { org: true } })
      if (!studio || !can(actor, 'studios:call', studio.org)) return refuse('not_found')
      if (studio.version !== version) refuse('stale')
      if (studio.dissolvedOn || fromDbDate(studio.validTo) <= today) refuse('ended')
      if (fromDbDate(studio.validFrom) > today) refuse('ahead')
      const ahead = await activitiesAhead(tx, id)
      if (ahead.some((one) => !locked.has(one.id))) refuse('meanwhile')
      return { studio, ahead }
    },
    async write(tx, { studio, ahead }) {
      for (const one of ahead)
        await tellOfChange(tx, 'notice.studio_cancelled', { ...one, sequence: one.sequence + 1 })
      const ids = ahead.map((one) => one.id)
      await tx.studioBooking.updateMany({ where: { activityId: { in: ids } }, data: { isReleased: true } })
      await tx.studioActivity.updateMany({
        where: { id: { in: ids } },
        data: {
          ...{ state: 'cancelled', cancelledWhy: why },
          ...{ sequence: { increment: 1 }, version: { increment: 1 } },
        },
      })
      const people = await endMemberships(tx, id, why, today)
      const dissolved = { dissolvedOn: toDbDate(today), dissolvedWhy: why }
      await tx.studio.update({ where: { id }, data: { ...dissolved, version: { increment: 1 } } })
      const told = { id, name: studio.name, leaderId: null }
      await tellMembers(tx, 'notice.studio_dissolved', { studio: told, personIds: people, key: id })
      const about = { organisationId: studio.orgId, subject: `studio:${id}` }
      const after = { why, cancelled: ids.length, members: people.length }
      return {
        done: { id, cancelled: ids.length },
        events: [{ action: 'studio.dissolved', ...about, after }],
      }
    },
  })
}

async function lockAhead(tx: Db, studioId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from studio_activity where studio_id = ${studioId}::uuid and state in ('asked', 'planned') order by id for update`
  return new Set(rows.map(({ id }) => id))
}

/** Answers with whom it was. Who joins in this very day belongs to it for this day. */
async function endMemberships(tx: Db, studioId: string, why: string, today: PlainDate): Promise<string[]> {
  const members = await tx.$queryRaw<{ id: string }[]>`
    update studio_member set valid_to = greatest(${today}::date, valid_from + 1), left_why = ${why}
    where studio_id = ${studioId}::uuid and valid_to > ${today}::date returning person_id as id`
  const decided = { state: 'withdrawn', decidedAt: new Date(), version: { increment: 1 } }
  await tx.studioWish.updateMany({ where: { studioId, state: 'open' }, data: decided })
  const refused = { state: 'refused', note: why, version: { increment: 1 } }
  await tx.studioProposedVisit.updateMany({ where: { studioId, state: 'proposed' }, data: refused })
  await tx.$executeRaw`update studio_pair set valid_to = greatest(${today}::date, valid_from + 1)
    where studio_id = ${studioId}::uuid and valid_to > greatest(${today}::date, valid_from + 1)`
  return members.map(({ id }) => id)
}
