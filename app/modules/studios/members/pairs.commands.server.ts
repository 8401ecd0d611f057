/** Mentoring pairs 师徒结对 of a studio: made with a goal, closed with what came of it. All on `platform/acts`. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { lockStanding } from './members.commands.server.ts'
import { tellMembers } from './tell-members.server.ts'

export type PairRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'dissolved'
  | 'stale'
  | 'wrong_state'
  | 'not_a_member'
  | 'has_mentor'
type PairOutcome = Outcome<{ id: string }, PairRefusal>

const refuse: Refuse<PairRefusal> = refuseAct

/** From today to the end of the term; the mentor leads or is a core member, the other a trainee of the same studio. */
export function makePair(
  db: PrismaClient,
  actor: Actor,
  wish: { studioId: string; mentorId: string; traineeId: string; goal: string } & Keyed,
  today: PlainDate,
): Promise<PairOutcome> {
  const { studioId, mentorId, traineeId, goal } = wish
  return perform(db, actor, {
    name: 'makeStudioPair',
    input: wish,
    lock: (tx) => lockLed(tx, actor, studioId, today),
    async write(tx, studio) {
      const belonging = await tx.studioMember.findMany({
        where: {
          studioId,
          validTo: { gt: toDbDate(today) },
          personId: { in: [mentorId, traineeId] },
        },
      })
      const roleOf = (personId: string) => belonging.find((one) => one.personId === personId)?.role
      if (!['leader', 'core'].includes(roleOf(mentorId) ?? '') || roleOf(traineeId) !== 'trainee')
        refuse('not_a_member')
      const id = newId()
      const validFrom = fromDbDate(studio.validFrom) > today ? studio.validFrom : toDbDate(today)
      const term = { validFrom, validTo: studio.validTo }
      await tx.studioPair.create({ data: { id, studioId, mentorId, traineeId, goal, ...term } })
      const personIds = [mentorId, traineeId].filter((one) => one !== actor.personId)
      await tellMembers(tx, 'notice.studio_paired', { studio, personIds, key: id })
      const about = { organisationId: studio.orgId, personId: traineeId, subject: `studio_pair:${id}` }
      const after = { studioId, mentorId, goal }
      return { done: { id }, events: [{ action: 'studio_pair.made', ...about, after }] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'has_mentor' : null),
  })
}

/** It ends today, or ended before because somebody left; what came of it is kept. */
export function closePair(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string; version: number; outcome: string } & Keyed,
  today: PlainDate,
): Promise<PairOutcome> {
  const { id, version, outcome } = wish
  return perform(db, actor, {
    name: 'closeStudioPair',
    input: wish,
    async lock(tx) {
      const { studioId } = (await tx.studioPair.findUnique({ where: { id } })) ?? refuse('not_found')
      const studio = await lockLed(tx, actor, studioId, today)
      const pair = await tx.studioPair.findUniqueOrThrow({ where: { id } })
      if (pair.version !== version) refuse('stale')
      if (pair.outcome !== null) refuse('wrong_state')
      return { pair, studio }
    },
    async write(tx, { pair, studio }) {
      const first = fromDbDate(pair.validFrom)
      const ended = toDbDate(addDays(first > today ? first : today, 1))
      const runsOn = pair.validTo > ended
      await tx.studioPair.update({
        where: { id },
        data: { outcome, ...(runsOn && { validTo: ended }), version: { increment: 1 } },
      })
      const about = { organisationId: studio.orgId, personId: pair.traineeId, subject: `studio_pair:${id}` }
      return { done: { id }, events: [{ action: 'studio_pair.closed', ...about, after: { outcome } }] }
    },
  })
}

async function lockLed(tx: Db, actor: Actor, studioId: string, today: PlainDate) {
  const studio = await lockStanding(tx, studioId, today)
  if (studio.leaderId !== actor.personId) refuse('not_allowed')
  return studio
}
