/** Plans of a round, and one with who goes where and who does not. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import type { MatchingAnswer } from '../matching/answer.ts'
import { peopleInReach } from '../reach.sql.server.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import { PLAN_PROCESS, subjectOf } from './approval.ts'
import type { PlanState } from './plan.ts'

const { sql } = Prisma

/** The answer as a plan keeps it: placements stand in a table of their own. */
export type PlanResult =
  | Omit<Extract<MatchingAnswer, { status: 'solved' }>, 'placements'>
  | Extract<MatchingAnswer, { status: 'no_solution' }>

export type PlanRow = {
  id: string
  number: number
  state: PlanState
  phase: string | null
  gap: number | null
  result: PlanResult | null
  createdByName: string
  createdAt: string
  placed: number
  unplaced: number
}

const columns = sql`p.id, p.number, p.state, p.phase, p.gap, p.result, p.created_by_name as "createdByName",
  to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
  (select count(*)::int from exchange_placement x where x.plan_id = p.id) as placed,
  (select count(*)::int from exchange_unplaced x where x.plan_id = p.id) as unplaced`

/** Plans are the county's: who reads the whole county's exchange reads them. */
export function canReadPlans(actor: Actor, round: RoundRow): boolean {
  return can(actor, 'exchange:read', round)
}

/** All of a round, the latest first. Whether the reader may see them is asked before. */
export function listPlans(db: Db, round: RoundRow): Promise<PlanRow[]> {
  return db.$queryRaw<PlanRow[]>`
    select ${columns} from exchange_plan p where p.round_id = ${round.id}::uuid order by p.number desc`
}

/** The last one that was asked for: pins and bans are made on it. */
export function latestPlan(
  db: Db,
  roundId: string,
): Promise<{ id: string; number: number; state: string } | null> {
  const select = { id: true, number: true, state: true }
  return db.exchangePlan.findFirst({ where: { roundId }, orderBy: { number: 'desc' }, select })
}

export async function findPlan(db: Db, round: RoundRow, id: string): Promise<PlanRow | null> {
  const [found] = await db.$queryRaw<PlanRow[]>`
    select ${columns} from exchange_plan p where p.round_id = ${round.id}::uuid and p.id = ${id}::uuid`
  return found ?? null
}

export type PlacementRow = {
  personId: string
  name: string
  staffNumber: string
  homeName: string
  hostName: string
  stage: string
  subject: string
  rank: number | null
  points: number | null
}

/** Who goes where, by name; a round has some hundred posts. */
export async function placementsOf(
  db: Db,
  actor: Actor,
  round: RoundRow,
  planId: string,
): Promise<PlacementRow[]> {
  return db.$queryRaw<PlacementRow[]>`
    select x.person_id as "personId", e.name, e.staff_number as "staffNumber", home.name as "homeName",
      host.name as "hostName", n.stage, n.subject, x.rank, a.points
    from exchange_placement x
    join exchange_need n on n.id = x.need_id
    join organisation host on host.id = n.org_id
    ${peopleOf(round)}
    where x.plan_id = ${planId}::uuid and ${await peopleInReach(db, actor)}
    order by e.sort_key, x.person_id`
}

export type UnplacedRow = {
  personId: string
  name: string
  staffNumber: string
  homeName: string
  stage: string | null
  subject: string | null
  points: number | null
  why: Decision<'unplaced'>
}

export async function unplacedIn(
  db: Db,
  actor: Actor,
  round: RoundRow,
  planId: string,
): Promise<UnplacedRow[]> {
  return db.$queryRaw<UnplacedRow[]>`
    select x.person_id as "personId", e.name, e.staff_number as "staffNumber", home.name as "homeName", e.stage,
      e.subject, a.points, x.why
    from exchange_unplaced x
    ${peopleOf(round)}
    where x.plan_id = ${planId}::uuid and ${await peopleInReach(db, actor)}
    order by e.sort_key, x.person_id`
}

export type RuleRow = {
  personId: string
  name: string
  hostName: string
  kind: 'pin' | 'forbid'
  reason: string
}

/** The pins and bans of a plan, by name. */
export async function rulesOf(db: Db, actor: Actor, round: RoundRow, planId: string): Promise<RuleRow[]> {
  return db.$queryRaw<RuleRow[]>`
    select x.person_id as "personId", e.name, host.name as "hostName", x.kind, x.reason
    from exchange_plan_rule x
    join exchange_need n on n.id = x.need_id
    join organisation host on host.id = n.org_id
    ${peopleOf(round)}
    where x.plan_id = ${planId}::uuid and ${await peopleInReach(db, actor)}
    order by e.sort_key, x.person_id, n.id`
}

export type OwnAnswer = { hostName: string | null; why: Decision<'unplaced'> | null; isApproved: boolean }

/** What the plan of a round says of one volunteer, once it is put up in public or approved; null before. */
export async function ownAnswer(db: Db, roundId: string, personId: string): Promise<OwnAnswer | null> {
  const [found] = await db.$queryRaw<OwnAnswer[]>`
    select host.name as "hostName", u.why, p.state = 'approved' as "isApproved"
    from exchange_plan p
    left join exchange_placement x on x.plan_id = p.id and x.person_id = ${personId}::uuid
    left join exchange_need n on n.id = x.need_id
    left join organisation host on host.id = n.org_id
    left join exchange_unplaced u on u.plan_id = p.id and u.person_id = ${personId}::uuid
    where p.round_id = ${roundId}::uuid and (p.state = 'approved' or p.state = 'submitted' and exists (
      select from approval_case c where c.process = ${PLAN_PROCESS} and c.subject = ${subjectOf(roundId)}
        and c.state = 'notice'))`
  return found && (found.hostName || found.why) ? found : null
}

/** Where the people (alias x) work on a day: their roster row (e) and school (home). */
export const homeOf = (day: Prisma.Sql) => sql`
  join roster_entry e on e.person_id = x.person_id and e.valid_from <= ${day} and ${day} < e.valid_to
  join organisation home on home.id = e.org_id`

/** The same on the first day of a round's postings, with their application (a). */
export const peopleOf = ({ id, schoolYear }: RoundRow) => sql`
  ${homeOf(sql`${schoolYearStart(schoolYear)}::date`)}
  left join exchange_application a on a.round_id = ${id}::uuid and a.person_id = x.person_id`
