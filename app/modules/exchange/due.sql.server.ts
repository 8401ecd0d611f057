/**
 * Who is due, for everybody of any number of counties and school years in one query: the SQL twin of eligibility.ts.
 * What a rule computes a person at a time (years served, the retirement age) is turned round into dates to compare with,
 * one row of a small table a place and year (due-policy.ts).
 */
import { retirementCategory, retirementLine } from '#app/modules/registry/index.server.ts'
import { ACTIVE_STATUSES } from '#app/modules/registry/index.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { DuePolicyRow } from './due-policy.ts'
import { LEADER_POSTS } from './eligibility.ts'
import { EXEMPTING } from './exemption.ts'

const { sql } = Prisma

const leaderPosts = sql`${[...LEADER_POSTS]}::text[]`
const leads = sql`coalesce(e.school_post = any(${leaderPosts}), false)`

/** Since when without a break among the leaders of this school; null for who is none. */
const leadsSince = sql`case when ${leads} then greatest(e.org_since, (
  select max(h.valid_to) from roster_entry h
  where h.person_id = e.person_id and h.valid_from < e.valid_from
    and (h.org_id <> e.org_id or h.school_post is null or h.school_post <> all(${leaderPosts})))) end`
const since = sql`greatest(e.org_since, ${leadsSince}, m.returned_on)`

/** Which of the four birth limits holds for the person; null where the sex is not known. */
const birthLine = retirementLine('e')

/** In the order of OUTCOMES; what is unknown (a stage, a birth date) counts as the rule counts it. */
const outcome = sql`case
  when o.kind not in ('school', 'teaching_point') or (p.public_only and not o.is_public)
    or (e.stage = any(p.stages)) is not true
    or (p.established_only and e.establishment_org_id is null)
    or not (${leads} or e.staff_category is not distinct from 'full_time_teacher')
    or e.birth_date < p.born_retired[${birthLine}] then 'not_subject'
  when ${leads} then case when ${since} > p.led_by then 'not_yet' else ${unlessServed()} end
  when ${since} > p.served_by or coalesce(e.title_level, 'none') <> all(p.titles) then 'not_yet'
  else ${unlessServed()} end`

/** What stands against somebody who has served long enough. */
function unlessServed(): Prisma.Sql {
  return sql`case when m.is_exempt or e.birth_date < p.born_near[${birthLine}] then 'exempt'
    when m.is_exempt is not null or m.away_until is not null or e.status <> 'in_post' then 'deferred'
    else 'due' end`
}

/** Columns of `staff` that pages and files show. */
export const staffColumns = sql`person_id as id, school_year as "schoolYear", place_id as "placeId",
  org_name as "orgName", sort_key as "sortKey", staff_number as "staffNumber", name, is_school as "isSchool",
  is_public as "isPublic", stage, subject, on_establishment as "onEstablishment", staff_category as "staffCategory",
  school_post as "schoolPost", title_level as "titleLevel", status, sex, birth_date::text as "birthDate",
  retirement_category as "retirementCategory", org_since::text as "orgSince", leads_since::text as "leadsSince",
  returned_on::text as "returnedOn", away_until::text as "awayUntil", is_backbone as "isBackbone", outcome`

/**
 * `with … staff as (…)`, to be followed by a query over `staff`: one row a person in service and school year of the policy
 * table, with their facts and the outcome. `where` narrows the roster (alias e).
 */
export function withStaff(rows: readonly DuePolicyRow[], where: Prisma.Sql): Prisma.Sql {
  const [first] = rows
  // Of one year only, its day is a constant, by which the planner can tell how many rows hold on it.
  const only = first && rows.every(({ day }) => day === first.day) ? first : null
  const day = only ? sql`${only.day}::date` : sql`p.day`
  const sameYear = only ? sql`true` : sql`m.school_year = p.school_year`
  const years = only
    ? sql`(select ${only.school_year}::int as school_year, ${only.day}::date as day)`
    : sql`(select distinct school_year, day from policy)`
  return sql`
    with policy as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as p(school_year int, place_id uuid, day date,
        public_only boolean, established_only boolean, stages text[], titles text[], served_by date,
        served_by_before date, led_by date, led_by_before date, counts_months int, counts_forms text[], backbone text[],
        born_retired date[], born_retiring date[], born_near date[])
    ),
    marks as materialized (
      select school_year, person_id, bool_or(is_exempt) as is_exempt, max(away_until) as away_until,
        max(returned_on) as returned_on
      from (${marksOf(years)}) marked group by school_year, person_id
    ),
    staff as (
      select e.person_id, p.school_year, p.place_id, o.name as org_name, e.sort_key, e.staff_number, e.name, e.org_id,
        o.kind in ('school', 'teaching_point') as is_school, o.is_public, e.stage, e.subject,
        e.establishment_org_id is not null as on_establishment, e.staff_category, e.school_post, e.title_level,
        e.status, e.sex, e.birth_date, ${retirementCategory('e')} as retirement_category, e.org_since, ${leadsSince} as leads_since,
        m.returned_on, m.away_until, e.honours <> '{}' and e.honours && p.backbone as is_backbone,
        e.birth_date < p.born_retiring[${birthLine}] as is_retiring,
        ${since} > (case when ${leads} then p.led_by_before else p.served_by_before end) as is_new,
        ${outcome} as outcome
      from policy p
      join roster_entry e on coalesce(e.county_id, e.prefecture_id) = p.place_id
        and e.valid_from <= ${day} and e.valid_to > ${day} and e.status = any(${[...ACTIVE_STATUSES]}::text[])
      join organisation o on o.id = e.org_id
      left join marks m on m.person_id = e.person_id and ${sameYear}
      where ${where}
    )`
}

/** What this room itself knows of people at the start of each year: exempt or deferred, away, back from an exchange. */
function marksOf(years: Prisma.Sql): Prisma.Sql {
  return sql`
  select y.school_year, x.person_id, x.kind = any(${[...EXEMPTING]}::text[]) as is_exempt,
    null::date as away_until, null::date as returned_on
  from ${years} y
  join exchange_exemption x on x.valid_from <= y.day and y.day < x.valid_to
  union all
  select y.school_year, x.person_id, null, x.valid_to, null
  from ${years} y
  join exchange_posting x on x.cancelled_at is null and x.valid_from < y.day and y.day < x.valid_to
  union all
  select p.school_year, x.person_id, null, null, x.valid_to
  from policy p
  join organisation home on coalesce(home.county_id, home.prefecture_id) = p.place_id
  join exchange_posting x on x.home_org_id = home.id and x.cancelled_at is null and x.valid_to <= p.day
    and x.form = any(p.counts_forms) and x.valid_to >= x.valid_from + make_interval(months => p.counts_months)`
}
