/** The host school's word on a date, and the studio's on a counter-proposal. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION, UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { lockActivity, lockStudio, termOf } from './activities.commands.server.ts'
import { type ActivityProblem, type ActivityTime, activityProblem, momentsOf, timeOf } from './activity.ts'
import { tellLeader, tellOfChange } from './tell.server.ts'

export type AnswerRefusal =
  | ActivityProblem
  | 'not_found'
  | 'not_allowed'
  | 'dissolved'
  | 'clash'
  | 'stale'
  | 'wrong_state'
  | 'answered'
type AnswerOutcome = Outcome<{ id: string }, AnswerRefusal>

const refuse: Refuse<AnswerRefusal> = refuseAct

export type AnswerWish = {
  id: string
  version: number
  answer: 'accepted' | 'countered' | 'declined'
  /** The date that would do, of a counter-proposal. */
  time: ActivityTime | null
  note: string
}

/** Once to each date that is asked for: accepted it stands, declined it books nobody, countered it waits for the studio. */
export function answerActivity(
  db: PrismaClient,
  actor: Actor,
  wish: AnswerWish & Keyed,
): Promise<AnswerOutcome> {
  const { id, version, answer, time, note } = wish
  return perform(db, actor, {
    name: 'answerActivity',
    input: wish,
    async lock(tx) {
      const activity = await lockActivity(tx, id, version)
      const host = await tx.organisation.findUnique({ where: { id: activity.hostId ?? '' } })
      if (!host || !can(actor, 'studios:host', host)) return refuse('not_found')
      if (activity.state !== 'asked') refuse('wrong_state')
      return { activity, host }
    },
    async write(tx, { activity, host }) {
      const { sequence } = activity
      if (answer === 'countered') {
        if (!time) return refuse('not_a_day')
        const problem = activityProblem(time, await termOf(tx, activity.studioId))
        if (problem) refuse(problem, { day: time.day })
      }
      const moments = answer === 'countered' && time ? momentsOf(time) : {}
      await tx.studioAnswer.create({
        data: { id: newId(), activityId: id, sequence, answer, note, byName: actor.displayName, ...moments },
      })
      if (answer === 'declined')
        await tx.studioBooking.updateMany({ where: { activityId: id }, data: { isReleased: true } })
      const state = { accepted: 'planned', countered: 'asked', declined: 'declined' }[answer]
      // A counter-proposal is found by the sequence that it answered; everything else is news to calendars.
      await tx.studioActivity.update({
        where: { id },
        data: {
          ...{ state, version: { increment: 1 } },
          ...(answer !== 'countered' && { sequence: { increment: 1 } }),
        },
      })
      await tellLeader(tx, `notice.studio_${answer}`, { activity, school: host.name, note })
      const about = { organisationId: host.id, subject: `studio_activity:${id}` }
      return {
        done: { id },
        events: [{ action: 'studio_activity.answered', ...about, after: { answer, note } }],
      }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'answered' : null),
  })
}

/** The studio takes the host's date, which then stands, or does not, and the host is asked nothing more. */
export function decideCounter(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string; version: number; takes: boolean } & Keyed,
  today: PlainDate,
): Promise<AnswerOutcome> {
  const { id, version, takes } = wish
  return perform(db, actor, {
    name: 'decideCounter',
    input: wish,
    async lock(tx) {
      const activity = await lockActivity(tx, id, version)
      return { activity, ...(await lockStudio(tx, actor, activity.studioId, today)) }
    },
    async write(tx, { activity, studio, term }) {
      const { sequence } = activity
      const counter = await tx.studioAnswer.findUnique({
        where: { activityId_sequence: { activityId: id, sequence } },
      })
      if (activity.state !== 'asked' || counter?.answer !== 'countered' || counter.outcome)
        return refuse('wrong_state')
      const { startsAt, endsAt } = counter
      if (!startsAt || !endsAt) return refuse('wrong_state')
      const problem = activityProblem(timeOf({ startsAt, endsAt }), term)
      if (takes && problem) refuse(problem, { day: timeOf({ startsAt, endsAt }).day })
      await tx.studioAnswer.update({
        where: { id: counter.id },
        data: { outcome: takes ? 'taken' : 'refused' },
      })
      const moments = { startsAt, endsAt }
      const changed = { ...activity, ...(takes && moments), sequence: sequence + 1 }
      await tellOfChange(tx, takes ? 'notice.studio_counter_taken' : 'notice.studio_counter_refused', changed)
      if (takes) await tx.studioBooking.updateMany({ where: { activityId: id }, data: moments })
      else await tx.studioBooking.updateMany({ where: { activityId: id }, data: { isReleased: true } })
      await tx.studioActivity.update({
        where: { id },
        data: {
          ...(takes ? { ...moments, state: 'planned' } : { state: 'declined' }),
          ...{ sequence: { increment: 1 }, version: { increment: 1 } },
        },
      })
      const about = { organisationId: studio.orgId, subject: `studio_activity:${id}`, after: { takes } }
      return { done: { id }, events: [{ action: 'studio_activity.counter_decided', ...about }] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'clash' : null),
  })
}
