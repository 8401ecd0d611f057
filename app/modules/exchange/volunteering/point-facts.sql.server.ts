/** What points are counted from, for every volunteer of a round at once, and the points written. */

import { RURAL_PLACES } from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { daysBetween, fullYearsBetween, type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { claimsOf } from './family-claim.ts'
import { type PointFacts, type Points, pointsOf } from './points.ts'

const { sql } = Prisma

type Round = { id: string; orgId: string; schoolYear: number }
type FactRow = {
  applicationId: string
  orgSince: PlainDate
  ruralDays: number
  places: number
  volunteers: number
  claims: unknown
}

const DAYS_A_YEAR = 365.25

/** Points of the round's volunteers, or of one application of it. Reads only. */
export async function countPoints(
  db: Db,
  round: Round,
  applicationId: string | null = null,
): Promise<Map<string, Points>> {
  const day = schoolYearStart(round.schoolYear)
  const policies: ExchangePolicies = await policiesAt(db, round.orgId, day)
  const rows = await readFacts(db, round, day, applicationId)
  return new Map(rows.map((row) => [row.applicationId, pointsOf(factsOf(row, day), policies)]))
}

/** Counts and writes them: for everybody when the window closes, for one where a contest was upheld. */
export async function writePoints(
  tx: Db,
  round: Round,
  applicationId: string | null = null,
): Promise<number> {
  const counted = await countPoints(tx, round, applicationId)
  const rows = [...counted].map(([id, { points, why }]) => ({ id, points, why }))
  return tx.$executeRaw`
    update exchange_application a set points = p.points, points_why = p.why
    from json_to_recordset(${JSON.stringify(rows)}::json) as p(id uuid, points int, why jsonb)
    where a.id = p.id`
}

function factsOf(row: FactRow, day: PlainDate): PointFacts {
  return {
    yearsHere: daysBetween(row.orgSince, day) < 0 ? 0 : fullYearsBetween(row.orgSince, day),
    ruralYears: Math.floor(row.ruralDays / DAYS_A_YEAR),
    places: row.places,
    volunteers: row.volunteers,
    claims: claimsOf(row.claims),
  }
}

function readFacts(db: Db, round: Round, day: PlainDate, applicationId: string | null): Promise<FactRow[]> {
  const only = applicationId ? sql`v.application_id = ${applicationId}::uuid` : sql`true`
  return db.$queryRaw<FactRow[]>`
    with volunteer as (
      select a.id as application_id, a.person_id, a.claims, e.org_since, e.stage, e.subject
      from exchange_application a
      join roster_entry e on e.person_id = a.person_id and e.valid_from <= ${day}::date and ${day}::date < e.valid_to
      where a.round_id = ${round.id}::uuid and a.state = 'submitted'
    ),
    asked as (
      select stage, subject, sum(places)::int as places from exchange_need where round_id = ${round.id}::uuid
      group by stage, subject
    ),
    offering as (select stage, subject, count(*)::int as volunteers from volunteer group by stage, subject)
    select v.application_id as "applicationId", v.org_since::text as "orgSince", v.claims,
      coalesce(n.places, 0) as places, coalesce(f.volunteers, 0) as volunteers,
      (select coalesce(sum(least(coalesce(p.valid_to, ${day}::date), ${day}::date) - p.valid_from), 0)::int
        from appointment p join organisation o on o.id = p.work_org_id
        where p.person_id = v.person_id and p.is_main and p.valid_from < ${day}::date
          and o.place_type = any(${[...RURAL_PLACES]}::text[])) as "ruralDays"
    from volunteer v
    left join asked n on n.stage = v.stage and n.subject = v.subject
    left join offering f on f.stage = v.stage and f.subject = v.subject
    where ${only}`
}
