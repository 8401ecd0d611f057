/** Who belongs to a studio, who is invited or wants to join, who mentors whom; and which studios somebody could join. */
import { designated, isRural } from '#app/modules/registry/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Belonging, JoinedRole, MemberRole } from './members.ts'

const { sql } = Prisma

/** Whether the organisation `o` is what seats are kept for: in a township or village, or designated weak. */
const isKeptFor = (day: PlainDate) => sql`(${isRural} or ${designated('weak', sql`${day}::date`)})`

/** Where and what a person `p` teaches on the day. */
const post = (
  day: PlainDate,
) => sql`left join roster_entry e on e.person_id = p.id and e.valid_from <= ${day}::date
  and ${day}::date < e.valid_to left join organisation o on o.id = e.org_id`

export type BelongingRow = Belonging & {
  id: string
  personId: string
  name: string
  role: MemberRole
  schoolName: string | null
  titleLevel: string | null
  validFrom: PlainDate
  /** The first day on which they do not belong to it. */
  validTo: PlainDate
  leftWhy: string | null
}

/** Everybody who ever belonged to it: of each role those of the day first, the leader before all. */
export function belongingTo(db: Db, studioId: string, day: PlainDate): Promise<BelongingRow[]> {
  return db.$queryRaw<BelongingRow[]>`
    select m.id, p.id as "personId", p.name, m.role, o.id as "schoolId", o.name as "schoolName", e.title_level as "titleLevel",
      coalesce(${isKeptFor(day)}, false) as "isRural", m.valid_from::text as "validFrom", m.valid_to::text as "validTo",
      m.left_why as "leftWhy"
    from studio_member m join person p on p.id = m.person_id ${post(day)}
    where m.studio_id = ${studioId}::uuid
    order by m.valid_to <= ${day}::date, array_position(array['leader', 'core', 'trainee'], m.role), p.sort_key, p.id, m.valid_from`
}

export type WishRow = {
  id: string
  studioId: string
  studioName: string
  personId: string
  name: string
  schoolName: string | null
  isRural: boolean
  kind: 'invited' | 'applied'
  role: JoinedRole
  note: string
  version: number
}

const wishes = (
  day: PlainDate,
) => sql`select w.id, w.studio_id as "studioId", t.name as "studioName", p.id as "personId", p.name,
  o.name as "schoolName", coalesce(${isKeptFor(day)}, false) as "isRural", w.kind, w.role, w.note, w.version
  from studio_wish w join studio t on t.id = w.studio_id join person p on p.id = w.person_id ${post(day)}`

/** What waits for an answer of a studio. */
export function wishesAt(db: Db, studioId: string, day: PlainDate): Promise<WishRow[]> {
  return db.$queryRaw<WishRow[]>`
    ${wishes(day)} where w.studio_id = ${studioId}::uuid and w.state = 'open' order by w.kind, w.made_at, w.id`
}

/** The same of a person, with any studio that still stands. */
export function wishesOf(db: Db, personId: string, day: PlainDate): Promise<WishRow[]> {
  return db.$queryRaw<WishRow[]>`
    ${wishes(day)} where w.person_id = ${personId}::uuid and w.state = 'open' and t.dissolved_on is null and t.valid_to > ${day}::date
    order by w.kind desc, w.made_at, w.id`
}

export type PairRow = {
  id: string
  mentorId: string
  mentor: string
  traineeId: string
  trainee: string
  goal: string
  validFrom: PlainDate
  validTo: PlainDate
  outcome: string | null
  version: number
}

/** Those that run first. */
export function pairsOf(db: Db, studioId: string, day: PlainDate): Promise<PairRow[]> {
  return db.$queryRaw<PairRow[]>`
    select x.id, x.mentor_id as "mentorId", m.name as mentor, x.trainee_id as "traineeId", p.name as trainee, x.goal,
      x.valid_from::text as "validFrom", x.valid_to::text as "validTo", x.outcome, x.version
    from studio_pair x join person m on m.id = x.mentor_id join person p on p.id = x.trainee_id
    where x.studio_id = ${studioId}::uuid order by x.valid_to <= ${day}::date, m.sort_key, p.sort_key, x.id`
}

export type JoinableRow = {
  id: string
  /** Of the bureau whose it is. */
  orgId: string
  name: string
  leaderName: string | null
  schoolName: string
  stage: string
  subject: string
  tier: 'city' | 'county'
  /** The first day after its term. */
  validTo: PlainDate
  core: number
  trainees: number
  /** Teaches the studio's stage and subject. */
  isOwn: boolean
}

const MOST_JOINABLE = 200

/**
 * Studios of the person's county and city that stand or are to, to which they do not belong and have no wish open; those of what they teach first.
 * `only` asks for one of them.
 */
export function joinableFor(
  db: Db,
  personId: string,
  day: PlainDate,
  only: string | null = null,
): Promise<JoinableRow[]> {
  const seats = (role: JoinedRole) => sql`(select count(*)::int from studio_member m where m.studio_id = t.id
    and m.role = ${role} and m.valid_to > ${day}::date)`
  return db.$queryRaw<JoinableRow[]>`
    select t.id, t.org_id as "orgId", t.name, l.name as "leaderName", s.name as "schoolName", t.stage, t.subject, t.tier, t.valid_to::text as "validTo",
      ${seats('core')} as core, ${seats('trainee')} as trainees, coalesce(e.stage = t.stage and e.subject = t.subject, false) as "isOwn"
    from roster_entry e join organisation own on own.id = e.org_id
    join studio t on t.org_id = any(own.lineage) join organisation s on s.id = t.school_id
    left join lateral (select p.name from studio_member m join person p on p.id = m.person_id
      where m.studio_id = t.id and m.role = 'leader' order by m.valid_to desc limit 1) l on true
    where e.person_id = ${personId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to
      and t.dissolved_on is null and t.valid_to > ${day}::date and (${only}::uuid is null or t.id = ${only}::uuid)
      and not exists (select from studio_member m where m.studio_id = t.id and m.person_id = e.person_id and m.valid_to > ${day}::date)
      and not exists (select from studio_wish w where w.studio_id = t.id and w.person_id = e.person_id and w.state = 'open')
    order by "isOwn" desc, e.stage = t.stage desc, t.valid_from desc, t.name, t.id limit ${MOST_JOINABLE}`
}

/** What seats and turns depend on, of somebody who works somewhere on the day. */
export type CandidateRow = { personId: string; schoolId: string; lineage: string[]; isRural: boolean }

/** Null where the person is not in post as a teacher. */
export async function candidate(db: Db, personId: string, day: PlainDate): Promise<CandidateRow | null> {
  const [found] = await db.$queryRaw<CandidateRow[]>`
    select e.person_id as "personId", o.id as "schoolId", o.lineage, ${isKeptFor(day)} as "isRural"
    from roster_entry e join organisation o on o.id = e.org_id where e.person_id = ${personId}::uuid
      and e.valid_from <= ${day}::date and ${day}::date < e.valid_to and e.status = 'in_post' and e.staff_category = 'full_time_teacher'`
  return found ?? null
}

/** Teachers of a school of that name, with a staff number where it is given: who an invitation means. */
export async function teachersNamed(
  db: Db,
  { schoolId, name, staffNumber }: { schoolId: string; name: string; staffNumber: string | null },
  day: PlainDate,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from roster_entry e join person p on p.id = e.person_id
    where e.org_id = ${schoolId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to and p.name = ${name}
      and (${staffNumber}::text is null or p.staff_number = ${staffNumber}) limit 2`
  return rows.map(({ id }) => id)
}
