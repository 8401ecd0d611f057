/** Activities as calendars and pages show them. */
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { ActivityKind, ActivityState } from './activity.ts'

const { sql } = Prisma

/** What a calendar draws. */
export type CalendarRow = {
  id: string
  studioId: string
  studioName: string
  kind: ActivityKind
  title: string
  startsAt: Date
  endsAt: Date
  hostId: string
  hostName: string
  room: string | null
  state: ActivityState
}

const calendarColumns = sql`a.id, a.studio_id as "studioId", t.name as "studioName", a.kind, a.title, a.starts_at as "startsAt",
  a.ends_at as "endsAt", a.host_id as "hostId", h.name as "hostName", a.room, a.state`
const from = sql`from studio_activity a join studio t on t.id = a.studio_id join organisation h on h.id = a.host_id`

/** Of one studio, beginning between two moments; in order. */
export function activitiesBetween(db: Db, studioId: string, first: Date, end: Date): Promise<CalendarRow[]> {
  return db.$queryRaw<CalendarRow[]>`
    select ${calendarColumns} ${from}
    where a.studio_id = ${studioId}::uuid and a.starts_at >= ${first} and a.starts_at < ${end} order by a.starts_at, a.id`
}

export type ActivityRow = CalendarRow & {
  schoolId: string
  leaderId: string | null
  hostLineage: string[]
  about: string
  onlineUrl: string | null
  stage: string
  subject: string
  tenths: number
  sequence: number
  cancelledWhy: string | null
  confirmedByName: string | null
  version: number
}

const columns = sql`${calendarColumns}, t.school_id as "schoolId", h.lineage as "hostLineage", a.about, a.online_url as "onlineUrl", a.stage,
  a.subject, a.tenths, a.sequence, a.cancelled_why as "cancelledWhy", a.confirmed_by_name as "confirmedByName", a.version,
  (select m.person_id from studio_member m where m.studio_id = t.id and m.role = 'leader' order by m.valid_to desc limit 1) as "leaderId"`

export async function findActivity(db: Db, studioId: string, id: string): Promise<ActivityRow | null> {
  const [found] = await db.$queryRaw<ActivityRow[]>`
    select ${columns} ${from} where a.id = ${id}::uuid and a.studio_id = ${studioId}::uuid`
  return found ?? null
}

/** For the host school, those it is for, or those above them; null for everybody else. */
export async function findVisit(db: Db, actor: Actor, id: string): Promise<ActivityRow | null> {
  const [found] = await db.$queryRaw<ActivityRow[]>`select ${columns} ${from} where a.id = ${id}::uuid`
  if (!found) return null
  if (can(actor, 'studios:host', { lineage: found.hostLineage })) return found
  const targets = await targetsOf(db, id)
  return targets.some((one) => can(actor, 'studios:host', one)) ? found : null
}

/** Schools that it is for, beside the host. */
export function targetsOf(db: Db, activityId: string): Promise<{ name: string; lineage: string[] }[]> {
  return db.$queryRaw`
    select o.name, o.lineage from studio_target x join organisation o on o.id = x.school_id
    where x.activity_id = ${activityId}::uuid order by o.sort_key, o.id`
}

/** What is asked of, planned at or for, or has been at the schools for which the actor answers; what waits first, then by its time. */
export function listVisits(db: Db, actor: Actor): Promise<CalendarRow[]> {
  return db.$queryRaw<CalendarRow[]>`
    select ${calendarColumns} ${from} where h.lineage && ${scopeOf(actor, 'studios:host')}::uuid[]
      or a.id in (select x.activity_id from studio_target x join organisation o on o.id = x.school_id
        where o.lineage && ${scopeOf(actor, 'studios:host')}::uuid[])
    order by a.state not in ('asked', 'held'), a.starts_at desc, a.id limit ${MOST_VISITS}`
}
const MOST_VISITS = 300

export type AnswerRow = {
  answer: 'accepted' | 'countered' | 'declined'
  sequence: number
  startsAt: Date | null
  endsAt: Date | null
  note: string
  byName: string
  at: Date
  outcome: 'taken' | 'refused' | null
}

/** What the host said, the latest first. */
export async function answersOf(db: Db, activityId: string): Promise<AnswerRow[]> {
  const rows = await db.studioAnswer.findMany({ where: { activityId }, orderBy: { at: 'desc' } })
  return rows as AnswerRow[]
}

export type PersonOf = { personId: string; name: string }

/** Those of the studio who are booked for it. */
export function peopleOf(db: Db, activityId: string): Promise<PersonOf[]> {
  return db.$queryRaw<PersonOf[]>`
    select p.id as "personId", p.name from studio_booking b join person p on p.id = substr(b.key, 8)::uuid
    where b.activity_id = ${activityId}::uuid and b.key like 'person:%' order by p.sort_key, p.id`
}

export type AttendanceRow = PersonOf & {
  part: 'giver' | 'listener'
  schoolName: string
  use: 'used' | 'will' | 'adapted' | 'not' | null
  useNote: string
}

export function attendancesOf(db: Db, activityId: string): Promise<AttendanceRow[]> {
  return db.$queryRaw<AttendanceRow[]>`
    select p.id as "personId", p.name, x.part, o.name as "schoolName", x.use, x.use_note as "useNote"
    from studio_attendance x join person p on p.id = x.person_id join organisation o on o.id = x.org_id
    where x.activity_id = ${activityId}::uuid order by x.part, p.sort_key, p.id`
}

export type MemberRow = PersonOf & { role: 'leader' | 'core' | 'trainee'; schoolName: string | null }

/** Of the day; the leader first. */
export function membersOn(db: Db, studioId: string, day: string): Promise<MemberRow[]> {
  return db.$queryRaw<MemberRow[]>`
    select p.id as "personId", p.name, m.role, o.name as "schoolName" from studio_member m
    join person p on p.id = m.person_id
    left join roster_entry e on e.person_id = p.id and e.valid_from <= ${day}::date and ${day}::date < e.valid_to
    left join organisation o on o.id = e.org_id
    where m.studio_id = ${studioId}::uuid and m.valid_from <= ${day}::date and ${day}::date < m.valid_to
    order by array_position(array['leader', 'core', 'trainee'], m.role), p.sort_key, p.id`
}

/** Teachers of a school on a day, those of the subject first: whom a host can say were there. */
export function teachersAt(
  db: Db,
  { hostId, subject, day }: { hostId: string; subject: string; day: string },
): Promise<(PersonOf & { isOfSubject: boolean })[]> {
  return db.$queryRaw<(PersonOf & { isOfSubject: boolean })[]>`
    select p.id as "personId", p.name, coalesce(e.subject = ${subject}, false) as "isOfSubject"
    from roster_entry e join person p on p.id = e.person_id
    where e.org_id = ${hostId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to and e.status = 'in_post'
      and e.staff_category = 'full_time_teacher'
    order by coalesce(e.subject = ${subject}, false) desc, p.sort_key, p.id limit ${MOST_TEACHERS}`
}
const MOST_TEACHERS = 400
