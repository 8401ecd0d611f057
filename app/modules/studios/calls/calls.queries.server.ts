/** Calls as their pages show them, and what was sent to one. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { bureausInSight } from '../access.sql.server.ts'
import type { CallState } from './call.ts'

const { sql } = Prisma

export type CallRow = {
  id: string
  orgId: string
  orgName: string
  lineage: string[]
  tier: 'city' | 'county'
  title: string
  about: string
  documentNo: string
  stages: string[]
  subjects: string[]
  places: number
  opensOn: PlainDate
  closesOn: PlainDate
  termFrom: PlainDate
  state: CallState
  version: number
  /** Applications that were sent and not taken back. */
  sent: number
  experts: number
}

const columns = sql`c.id, c.org_id as "orgId", o.name as "orgName", o.lineage, c.tier, c.title, c.about, c.document_no as "documentNo",
  c.stages, c.subjects, c.places, c.opens_on::text as "opensOn", c.closes_on::text as "closesOn", c.term_from::text as "termFrom",
  c.state, c.version,
  (select count(*)::int from studio_application a where a.call_id = c.id and a.state <> 'withdrawn') as sent,
  (select count(*)::int from studio_expert x where x.call_id = c.id) as experts`

/** A bureau calls once in some years. */
const MOST_CALLS = 500

/** The latest first. */
export function listCalls(db: Db, actor: Actor): Promise<CallRow[]> {
  return db.$queryRaw<CallRow[]>`
    select ${columns} from studio_call c join organisation o on o.id = c.org_id
    where ${bureausInSight(actor, sql`o`)} order by c.opens_on desc, c.id desc limit ${MOST_CALLS}`
}

/** Null when it is not there or not the reader's to see. */
export async function findCall(db: Db, actor: Actor, id: string): Promise<CallRow | null> {
  const [found] = await db.$queryRaw<CallRow[]>`
    select ${columns} from studio_call c join organisation o on o.id = c.org_id
    where c.id = ${id}::uuid and ${bureausInSight(actor, sql`o`)}`
  return found ?? null
}

/** Calls that concern somebody of the staff: open to where they work on the day, or they applied to them; the latest first. */
export function callsFor(db: Db, personId: string, day: PlainDate): Promise<CallRow[]> {
  return db.$queryRaw<CallRow[]>`
    select ${columns} from studio_call c join organisation o on o.id = c.org_id
    where exists (select from studio_application a where a.call_id = c.id and a.person_id = ${personId}::uuid)
      or c.state = 'open' and ${day}::date between c.opens_on and c.closes_on and c.org_id in (
        select unnest(work.lineage) from roster_entry e join organisation work on work.id = e.org_id
        where e.person_id = ${personId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to)
    order by c.opens_on desc, c.id desc limit ${MOST_CALLS}`
}

export type SentState = 'sent' | 'proposed' | 'founded' | 'refused'
export type ApplicationRow = {
  id: string
  personId: string
  name: string
  staffNumber: string
  schoolName: string
  stage: string
  subject: string
  studioName: string
  plan: string
  state: SentState
  decision: Decision<'may' | 'may_not'>
  /** Hundredths, of experts without a conflict of interest. */
  points: number[]
  conflicts: number
  /** What experts wrote, without their names. */
  comments: string[]
}

const applicationColumns = sql`a.id, a.person_id as "personId", p.name, p.staff_number as "staffNumber", s.name as "schoolName", a.stage,
  a.subject, a.name as "studioName", a.plan, a.state, a.decision,
  array(select g.points from studio_score g where g.application_id = a.id and g.points is not null order by g.points) as points,
  (select count(*)::int from studio_score g where g.application_id = a.id and g.conflict is not null) as conflicts,
  array(select g.comment from studio_score g where g.application_id = a.id and g.comment <> '' order by g.comment) as comments`

/** What was sent to a call and not taken back, of schools within the reader's reach. */
export function listApplications(db: Db, actor: Actor, callId: string): Promise<ApplicationRow[]> {
  return db.$queryRaw<ApplicationRow[]>`
    select ${applicationColumns} from studio_application a
    join person p on p.id = a.person_id join organisation s on s.id = a.school_id
    where a.call_id = ${callId}::uuid and a.state <> 'withdrawn'
      and s.lineage && ${scopeOf(actor, 'studios:read')}::uuid[]
    order by s.sort_key, p.id`
}

/** One of those; null as there. */
export async function findApplication(
  db: Db,
  actor: Actor,
  callId: string,
  id: string,
): Promise<ApplicationRow | null> {
  const [found] = await db.$queryRaw<ApplicationRow[]>`
    select ${applicationColumns} from studio_application a
    join person p on p.id = a.person_id join organisation s on s.id = a.school_id
    where a.id = ${id}::uuid and a.call_id = ${callId}::uuid and a.state <> 'withdrawn'
      and s.lineage && ${scopeOf(actor, 'studios:read')}::uuid[]`
  return found ?? null
}

export type ExpertRow = { username: string; name: string; scored: number }

/** Who scores a call, and how many of its applications each has judged. */
export function listExperts(db: Db, callId: string): Promise<ExpertRow[]> {
  return db.$queryRaw<ExpertRow[]>`
    select x.username, x.display_name as name,
      (select count(*)::int from studio_score g where g.call_id = e.call_id and g.account_id = e.account_id) as scored
    from studio_expert e join account x on x.id = e.account_id
    where e.call_id = ${callId}::uuid order by x.display_name, x.id`
}
