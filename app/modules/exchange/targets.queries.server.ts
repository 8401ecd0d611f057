/** Where each county stands against the yearly target, and who becomes due in the years ahead: two set-based queries. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import { withStaff } from './due.sql.server.ts'
import { type DuePolicies, duePolicies } from './due-policies.server.ts'
import { type Place, peopleInReach, placesInReach } from './reach.sql.server.ts'
import { type Standing, standingOf, type TargetFigures, targetOf } from './targets.ts'

const { sql } = Prisma

export const FORECAST_YEARS = 5

export type PlaceTarget = TargetFigures &
  Standing & { name: string; targetShare: number; backboneTarget: number }

/** Every county and zone in reach, for one school year. */
export async function listTargets(db: Db, actor: Actor, schoolYear: number): Promise<PlaceTarget[]> {
  const places = await placesInReach(db, actor)
  const policies = await policiesOf(db, places, [schoolYear])
  const figures = await countFigures(db, actor, policies)
  return places.flatMap(({ id, name }) => {
    const found = figures.find(({ placeId }) => placeId === id)
    if (!found) return []
    const own = policies.of(id, schoolYear)
    const targetShare = own.use('exchange.target_share').value
    const backboneTarget = own.use('exchange.backbone_share').value
    const shares = { target: targetShare, backbone: backboneTarget }
    return [{ ...found, ...standingOf(found, shares), name, targetShare, backboneTarget }]
  })
}

export type PlaceForecast = TargetFigures & { name: string; target: number }

/**
 * The school years after `schoolYear`, first to last: what is known today is taken to stay (posts, titles, exemptions with
 * their ends, changes dated ahead); years served and ages go on.
 */
export async function listForecast(db: Db, actor: Actor, schoolYear: number): Promise<PlaceForecast[]> {
  const places = await placesInReach(db, actor)
  const years = Array.from({ length: FORECAST_YEARS }, (_, at) => schoolYear + 1 + at)
  const policies = await policiesOf(db, places, years)
  const figures = await countFigures(db, actor, policies)
  return places.flatMap(({ id, name }) =>
    figures
      .filter(({ placeId }) => placeId === id)
      .map((one) => {
        const share = policies.of(id, one.schoolYear).use('exchange.target_share').value
        return { ...one, name, target: targetOf(one.due, share) }
      }),
  )
}

function policiesOf(db: Db, places: readonly Place[], years: readonly number[]): Promise<DuePolicies> {
  return duePolicies(
    db,
    places.map(({ id }) => id),
    years,
  )
}

async function countFigures(db: Db, actor: Actor, { rows }: DuePolicies): Promise<TargetFigures[]> {
  if (rows.length === 0) return []
  const years = [...new Set(rows.map((row) => row.school_year))].map((school_year) => ({
    school_year,
    starts: schoolYearStart(school_year),
    ends: schoolYearStart(school_year + 1),
  }))
  return db.$queryRaw<TargetFigures[]>`
    ${withStaff(rows, await peopleInReach(db, actor))},
    went as materialized (
      select y.school_year, x.person_id
      from json_to_recordset(${JSON.stringify(years)}::json) as y(school_year int, starts date, ends date)
      join exchange_posting x on x.cancelled_at is null and x.valid_from >= y.starts and x.valid_from < y.ends
      join organisation home on home.id = x.home_org_id
      join policy p on p.school_year = y.school_year and p.place_id = coalesce(home.county_id, home.prefecture_id)
        and x.form = any(p.counts_forms)
      group by y.school_year, x.person_id
    )
    select staff.place_id as "placeId", staff.school_year as "schoolYear",
      count(*) filter (where ${isDue})::int as due,
      count(*) filter (where outcome = 'exempt' and went.person_id is null)::int as exempt,
      count(*) filter (where outcome = 'deferred' and went.person_id is null)::int as deferred,
      count(*) filter (where ${isDue} and is_new)::int as "newlyDue",
      count(*) filter (where outcome <> 'not_subject' and is_retiring)::int as retiring,
      count(went.person_id)::int as gone,
      count(went.person_id) filter (where is_backbone)::int as "goneBackbone"
    from staff left join went on went.school_year = staff.school_year and went.person_id = staff.person_id
    group by staff.place_id, staff.school_year
    order by staff.school_year`
}

/** Who has gone was due, though somebody who moved for good now has no years at the new school. */
const isDue = sql`(outcome = 'due' or went.person_id is not null)`
