/** Cohorts and their candidates as pages show them. */
import { bureausInSight } from '#app/modules/registry/index.server.ts'
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import type { CandidateState, CohortState, Indicator, Share } from './cohort.ts'

const { sql } = Prisma

export type CohortRow = {
  id: string
  orgId: string
  orgName: string
  lineage: string[]
  title: string
  about: string
  documentNo: string
  places: number
  blindShare: number
  opensOn: PlainDate
  closesOn: PlainDate
  cycleFrom: PlainDate
  /** The first day after it. */
  cycleTo: PlainDate
  state: CohortState
  version: number
  /** Candidates that were not taken back; of them recommended or further; holding a place. */
  sent: number
  recommended: number
  held: number
  judges: number
}

const counted = (states: Prisma.Sql) =>
  sql`(select count(*)::int from principal_candidate c where c.cohort_id = h.id and ${states})`

const cohorts = sql`
  select h.id, h.org_id as "orgId", o.name as "orgName", o.lineage, h.title, h.about, h.document_no as "documentNo", h.places,
    h.blind_share as "blindShare", h.opens_on::text as "opensOn", h.closes_on::text as "closesOn", h.cycle_from::text as "cycleFrom",
    h.cycle_to::text as "cycleTo", h.state, h.version,
    ${counted(sql`c.state <> 'withdrawn'`)} as sent,
    ${counted(sql`c.state in ('recommended', 'listed', 'in_line', 'cultivating')`)} as recommended,
    ${counted(sql`c.state = 'cultivating'`)} as held,
    (select count(*)::int from principal_judge j where j.cohort_id = h.id) as judges
  from principal_cohort h join organisation o on o.id = h.org_id`

/** One in three years. */
const MOST_COHORTS = 200

/** The latest first. */
export function listCohorts(db: Db, actor: Actor): Promise<CohortRow[]> {
  return db.$queryRaw<CohortRow[]>`
    ${cohorts} where ${bureausInSight(actor, 'principals:read', sql`o`)}
    order by h.cycle_from desc, o.code, h.id limit ${MOST_COHORTS}`
}

/** Null when it is not there or not the reader's to see. */
export async function findCohort(db: Db, actor: Actor, id: string): Promise<CohortRow | null> {
  const [found] = await db.$queryRaw<CohortRow[]>`
    ${cohorts} where h.id = ${id}::uuid and ${bureausInSight(actor, 'principals:read', sql`o`)}`
  return found ?? null
}

/** Those that call, or called, the school at which the person works; the latest first. */
export function cohortsFor(db: Db, personId: string, day: PlainDate): Promise<CohortRow[]> {
  return db.$queryRaw<CohortRow[]>`
    ${cohorts} where h.state <> 'called_off' and (
      exists (select from principal_candidate c where c.cohort_id = h.id and c.person_id = ${personId}::uuid)
      or h.state = 'open' and exists (select from roster_entry e join organisation s on s.id = e.org_id
        where e.person_id = ${personId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to and h.org_id = any(s.lineage)))
    order by h.cycle_from desc, h.id limit ${MOST_COHORTS}`
}

/** One of them. */
export async function findCohortFor(
  db: Db,
  personId: string,
  id: string,
  day: PlainDate,
): Promise<CohortRow | null> {
  return (await cohortsFor(db, personId, day)).find((one) => one.id === id) ?? null
}

export async function sharesOf(db: Db, cohortId: string): Promise<(Share & { name: string | null })[]> {
  return db.$queryRaw`
    select s.kind, s.code, s.places, o.name from principal_share s
    left join organisation o on s.kind = 'county' and o.id::text = s.code
    where s.cohort_id = ${cohortId}::uuid order by s.kind, o.code, s.code`
}

export async function indicatorsOf(db: Db, cohortId: string): Promise<Indicator[]> {
  return db.$queryRaw`
    select phase, title, points from principal_indicator where cohort_id = ${cohortId}::uuid order by phase, position`
}

export type CandidateRow = {
  id: string
  cohortId: string
  personId: string
  name: string
  schoolId: string
  schoolName: string
  countyId: string
  countyName: string
  countyLineage: string[]
  stage: string
  isRural: boolean
  headSince: PlainDate
  plan: string
  decision: Decision<'may' | 'may_not'>
  state: CandidateState
  note: string
  position: number | null
  /** As it was when the list was drawn. */
  why: {
    rank: number
    by: 'rank' | 'stage' | 'rural' | 'kept' | 'beyond'
    blind: number
    defence: number
    total: number
  } | null
  place: number | null
  version: number
  /** Totals in hundredths that were given in each phase. */
  blind: number[]
  defence: number[]
}

const given = (
  phase: string,
) => sql`array(select total from principal_score s where s.candidate_id = c.id and s.phase = ${phase}
  and s.total is not null order by total)`

const candidates = sql`
  select c.id, c.cohort_id as "cohortId", c.person_id as "personId", p.name, c.school_id as "schoolId", s.name as "schoolName",
    c.county_id as "countyId", k.name as "countyName", k.lineage as "countyLineage", c.stage, c.is_rural as "isRural",
    c.head_since::text as "headSince", c.plan, c.decision, c.state, c.note, c.position, c.why, c.place, c.version,
    ${given('blind')} as blind, ${given('defence')} as defence
  from principal_candidate c join person p on p.id = c.person_id join organisation s on s.id = c.school_id
  join organisation k on k.id = c.county_id`

const MOST_CANDIDATES = 2_000

/** Before it stands, a list is known to those alone who draw or decide it. */
const isTold = (actor: Actor, cohort: CohortRow) =>
  cohort.state === 'cultivating' ||
  can(actor, 'principals:run', cohort) ||
  can(actor, 'principals:approve', cohort)

const untold = (row: CandidateRow): CandidateRow => ({ ...row, position: null, why: null })

/** Within the reader's reach: by position once the list is told, by county before. */
export async function listCandidates(db: Db, actor: Actor, cohort: CohortRow): Promise<CandidateRow[]> {
  const told = isTold(actor, cohort)
  const rows = await db.$queryRaw<CandidateRow[]>`
    ${candidates} where c.cohort_id = ${cohort.id}::uuid and c.state <> 'withdrawn'
      and s.lineage && ${scopeOf(actor, 'principals:read')}::uuid[]
    order by case when ${told} then c.position end nulls last, k.code, s.sort_key, c.id limit ${MOST_CANDIDATES}`
  return told ? rows : rows.map(untold)
}

/** Of that cohort; null when it is not there or not the reader's to see. */
export async function findCandidate(
  db: Db,
  actor: Actor,
  cohort: CohortRow,
  id: string,
): Promise<CandidateRow | null> {
  const [found] = await db.$queryRaw<CandidateRow[]>`
    ${candidates} where c.id = ${id}::uuid and c.cohort_id = ${cohort.id}::uuid and c.state <> 'withdrawn' and s.lineage && ${scopeOf(actor, 'principals:read')}::uuid[]`
  return found ? (isTold(actor, cohort) ? found : untold(found)) : null
}

/** Somebody's own. */
export async function ownCandidacy(db: Db, personId: string, cohortId: string): Promise<CandidateRow | null> {
  const [found] = await db.$queryRaw<CandidateRow[]>`
    ${candidates} where c.cohort_id = ${cohortId}::uuid and c.person_id = ${personId}::uuid`
  return found ?? null
}

/** How many stand in line before somebody, and they. */
export function lineOf(db: Db, cohortId: string, position: number): Promise<number> {
  return db.principalCandidate.count({ where: { cohortId, state: 'in_line', position: { lte: position } } })
}

/** Who judges, by login name. */
export async function judgeNames(db: Db, cohortId: string): Promise<string[]> {
  const judges = await db.principalJudge.findMany({
    where: { cohortId },
    select: { account: { select: { username: true } } },
    orderBy: { account: { username: 'asc' } },
  })
  return judges.map(({ account }) => account.username)
}
