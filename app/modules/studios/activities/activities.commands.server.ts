/** Schedules activities, moves and cancels them. The database refuses a person or a room twice at once. All on `platform/acts`. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION, UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { takeProposed } from '../proposals/take.server.ts'
import {
  type ActivityKind,
  type ActivityProblem,
  type ActivityState,
  type ActivityTime,
  activityProblem,
  isAhead,
  keysOf,
  momentsOf,
} from './activity.ts'
import { daysOf, type Repeat } from './repeat.ts'
import { tellOfChange, tellScheduled } from './tell.server.ts'

export type ActivityRefusal =
  | ActivityProblem
  | 'not_found'
  | 'not_allowed'
  | 'in_past'
  | 'host_unknown'
  | 'target_unknown'
  | 'not_a_member'
  | 'dissolved'
  | 'clash'
  | 'stale'
  | 'wrong_state'
  | 'proposed_gone'
  | 'proposed_other'
  | 'repeat_ends_before'
  | 'repeat_too_many'
  | 'repeat_no_days'
type ActivityOutcome<Done extends object> = Outcome<Done, ActivityRefusal>

const refuse: Refuse<ActivityRefusal> = refuseAct

export type ActivityWish = {
  studioId: string
  kind: ActivityKind
  title: string
  about: string
  time: ActivityTime
  repeat: Repeat
  hostId: string
  room: string | null
  onlineUrl: string | null
  stage: string
  subject: string
  /** Tenths of an hour for each who takes part. */
  tenths: number
  /** Those who have to be there beside the leader. */
  people: readonly string[]
  /** Schools that it is for, beside the host. */
  targets?: readonly string[]
  /** The proposed visit that it takes. */
  proposedId?: string | null
}

/** One or a series; a school other than the leader's own is asked first. All of them, or none. */
export function scheduleActivity(
  db: PrismaClient,
  actor: Actor,
  wish: ActivityWish & Keyed,
  today: PlainDate,
): Promise<ActivityOutcome<{ ids: string[] }>> {
  const { studioId, time, repeat, people, targets = [], proposedId, formKey: _, ...what } = wish
  const { hostId, room } = what
  return perform(db, actor, {
    name: 'scheduleActivity',
    input: wish,
    lock: (tx) => lockStudio(tx, actor, studioId, today),
    async write(tx, { studio, leaderId, term }) {
      const policies = await policiesAt(tx, studio.orgId, today)
      const repeated = daysOf(time.day, repeat, policies.use('studios.repeat_most').value)
      if (!repeated.ok) return refuse(`repeat_${repeated.problem}`)
      const schools = await openSchools(tx, hostId, targets)
      const members = studio.members.filter(({ validTo }) => fromDbDate(validTo) > today)
      const unknown = people.find((id) => members.every(({ personId }) => personId !== id))
      if (unknown) refuse('not_a_member')
      const seriesId = repeated.days.length > 1 ? newId() : null
      const keys = keysOf({ people: [leaderId, ...people], hostId, room })
      const activities = repeated.days.map((day) => {
        checkDate({ ...time, day }, term, today)
        return { id: newId(), ...momentsOf({ ...time, day }) }
      })
      const state = hostId === studio.schoolId ? 'planned' : 'asked'
      await tx.studioActivity.createMany({
        data: activities.map((one) => ({ ...what, ...one, studioId, seriesId, state })),
      })
      await tx.studioBooking.createMany({
        data: activities.flatMap(({ id: activityId, startsAt, endsAt }) =>
          keys.map((key) => ({ activityId, key, startsAt, endsAt })),
        ),
      })
      const [first] = activities
      await tx.studioTarget.createMany({
        data: activities.flatMap(({ id }) => schools.map((schoolId) => ({ activityId: id, schoolId }))),
      })
      const activityId = first?.id ?? ''
      if (proposedId && !(await takeProposed(tx, { proposedId, studioId, activityId, hostId })))
        refuse('proposed_gone')
      if (first) await tellScheduled(tx, { studio, activity: { ...what, ...first, state }, people, schools })
      const event = eventOf('studio_activity.scheduled', studio, activityId, {
        ...{ kind: what.kind, hostId, days: repeated.days },
      })
      return { done: { ids: activities.map(({ id }) => id) }, events: [event] }
    },
    broken: ({ code }) =>
      code === EXCLUSION_VIOLATION ? 'clash' : code === UNIQUE_VIOLATION ? 'proposed_other' : null,
  })
}

/** The schools that it is for beside the host; all of them stand. */
async function openSchools(tx: Db, hostId: string, targets: readonly string[]): Promise<string[]> {
  const host = await tx.organisation.findUnique({ where: { id: hostId }, select: { closedOn: true } })
  if (!host || host.closedOn) return refuse('host_unknown')
  const schools = [...new Set(targets)].filter((id) => id !== hostId)
  const open = await tx.organisation.count({ where: { id: { in: schools }, closedOn: null } })
  return open < schools.length ? refuse('target_unknown') : schools
}

function checkDate(
  time: ActivityTime,
  term: { validFrom: PlainDate; validTo: PlainDate },
  today: PlainDate,
): void {
  const problem = activityProblem(time, term)
  if (problem) refuse(problem, { day: time.day })
  if (time.day < today) refuse('in_past')
}

type Versioned = { id: string; version: number }

/** Moved: the host is asked again, and calendars are told by the next sequence number. */
export function moveActivity(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { time: ActivityTime } & Keyed,
  today: PlainDate,
): Promise<ActivityOutcome<{ id: string }>> {
  const { id, version, time } = wish
  return perform(db, actor, {
    name: 'moveActivity',
    input: wish,
    async lock(tx) {
      const activity = await lockActivity(tx, id, version)
      return { activity, ...(await lockStudio(tx, actor, activity.studioId, today)) }
    },
    async write(tx, { activity, studio, term }) {
      if (!isAhead(activity.state as ActivityState)) refuse('wrong_state')
      checkDate(time, term, today)
      const moments = momentsOf(time)
      await tx.studioBooking.updateMany({ where: { activityId: id }, data: moments })
      await tx.studioActivity.update({
        where: { id },
        data: {
          ...{ ...moments, sequence: { increment: 1 }, version: { increment: 1 }, askedAt: new Date() },
          isReminded: false,
          state: activity.hostId === studio.schoolId ? 'planned' : 'asked',
        },
      })
      await tellOfChange(tx, 'notice.studio_moved', {
        ...activity,
        ...moments,
        sequence: activity.sequence + 1,
      })
      return { done: { id }, events: [eventOf('studio_activity.moved', studio, id, { ...time })] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'clash' : null),
  })
}

/** Cancelled, it stays in calendars as cancelled, and nobody is booked any more. */
export function cancelActivity(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { why: string } & Keyed,
  today: PlainDate,
): Promise<ActivityOutcome<{ id: string }>> {
  const { id, version, why } = wish
  return perform(db, actor, {
    name: 'cancelActivity',
    input: wish,
    async lock(tx) {
      const activity = await lockActivity(tx, id, version)
      return { activity, ...(await lockStudio(tx, actor, activity.studioId, today)) }
    },
    async write(tx, { activity, studio }) {
      if (!isAhead(activity.state as ActivityState)) refuse('wrong_state')
      await tellOfChange(tx, 'notice.studio_cancelled', { ...activity, sequence: activity.sequence + 1 })
      await tx.studioBooking.updateMany({ where: { activityId: id }, data: { isReleased: true } })
      await tx.studioActivity.update({
        where: { id },
        data: {
          ...{ state: 'cancelled', cancelledWhy: why },
          ...{ sequence: { increment: 1 }, version: { increment: 1 } },
        },
      })
      return { done: { id }, events: [eventOf('studio_activity.cancelled', studio, id, { why })] }
    },
  })
}

/** The studio, whose leader the actor is. */
export async function lockStudio(tx: Db, actor: Actor, studioId: string, today: PlainDate) {
  await tx.$queryRaw`select id from studio where id = ${studioId}::uuid for no key update`
  const studio = await tx.studio.findUnique({
    where: { id: studioId },
    include: { members: { select: { personId: true, role: true, validTo: true } } },
  })
  if (!studio) return refuse('not_found')
  const leader = studio.members.find(({ role, validTo }) => role === 'leader' && fromDbDate(validTo) > today)
  if (!leader || leader.personId !== actor.personId) return refuse('not_allowed')
  if (studio.dissolvedOn) refuse('dissolved')
  const term = { validFrom: fromDbDate(studio.validFrom), validTo: fromDbDate(studio.validTo) }
  return { studio, leaderId: leader.personId, term }
}

/** From its first day to the day after its last. */
export async function termOf(
  db: Db,
  studioId: string,
): Promise<{ validFrom: PlainDate; validTo: PlainDate }> {
  const { validFrom, validTo } = await db.studio.findUniqueOrThrow({ where: { id: studioId } })
  return { validFrom: fromDbDate(validFrom), validTo: fromDbDate(validTo) }
}

export async function lockActivity(tx: Db, id: string, version: number) {
  await tx.$queryRaw`select id from studio_activity where id = ${id}::uuid for update`
  const activity = await tx.studioActivity.findUnique({ where: { id } })
  if (!activity) return refuse('not_found')
  if (activity.version !== version) refuse('stale')
  return activity
}

function eventOf(
  action: string,
  { orgId }: { orgId: string },
  id: string,
  after: AuditEvent['after'],
): AuditEvent {
  return { action, organisationId: orgId, subject: `studio_activity:${id}`, after }
}
