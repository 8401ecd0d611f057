/**
 * Who is due, told a second time and otherwise: from the period tables instead of the roster, stays walked back post by
 * post, and the retirement rule as months of age. For tests only; numbers are given, not read from settings.
 */
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'

export type Numbers = {
  years: number
  leaderYears: number
  titles: readonly string[]
  beforeRetirement: number
  stages: readonly string[]
  /** Whether posts off the establishment and private schools are left out. */
  isStrict: boolean
}

/** The defaults of the rule. */
export const usual: Numbers = {
  years: 6,
  leaderYears: 6,
  titles: ['level_1', 'senior', 'full_senior'],
  beforeRetirement: 5,
  stages: ['primary', 'junior'],
  isStrict: true,
}

export type Told = { countyId: string; personId: string; outcome: string }

export async function toldAgain(
  db: PrismaClient,
  day: PlainDate,
  countyId: string,
  { years, leaderYears, titles, beforeRetirement, stages, isStrict }: Numbers,
): Promise<Told[]> {
  return db.$queryRaw<Told[]>`
    with recursive post as (
      select a.*, o.county_id, o.kind, o.is_public,
        a.school_post is not null
          and a.school_post in ('principal', 'party_secretary', 'deputy_principal', 'deputy_secretary') as leads
      from appointment a join organisation o on o.id = a.work_org_id
      where a.is_main and o.county_id = ${countyId}::uuid
        and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') > ${day}::date
    ),
    stay(person_id, org, began, led) as (
      select person_id, work_org_id, valid_from, leads from post
      union
      select s.person_id, s.org, a.valid_from,
        s.led and coalesce(a.school_post, '') in
          ('principal', 'party_secretary', 'deputy_principal', 'deputy_secretary')
      from stay s join appointment a
        on a.is_main and a.person_id = s.person_id and a.work_org_id = s.org and a.valid_to = s.began
    ),
    person_facts as (
      select post.*, p.sex, p.birth_date,
        (select min(began) from stay where stay.person_id = post.person_id) as here_since,
        (select min(began) from stay where stay.person_id = post.person_id and led) as leading_since,
        (select max(x.valid_to) from exchange_posting x where x.person_id = post.person_id and x.cancelled_at is null
          and x.valid_to <= ${day}::date and x.valid_from + interval '10 months' <= x.valid_to) as back_since,
        (select title_level from title_period t where t.person_id = post.person_id and t.valid_from <= ${day}::date
          and coalesce(t.valid_to, 'infinity') > ${day}::date) as title,
        coalesce((select status from status_period s where s.person_id = post.person_id
          and s.valid_from <= ${day}::date and coalesce(s.valid_to, 'infinity') > ${day}::date), 'in_post') as state,
        array(select x.kind from exchange_exemption x where x.person_id = post.person_id
          and ${day}::date >= x.valid_from and ${day}::date < x.valid_to) as grounds,
        exists (select from exchange_posting x where x.person_id = post.person_id and x.cancelled_at is null
          and x.valid_from < ${day}::date and x.valid_to > ${day}::date) as is_away,
        case when post.post_category is null then post.staff_category = 'worker' else post.post_category = '4' end as works
      from post join person p on p.id = post.person_id
    ),
    aged as (
      select f.*, extract(year from f.birth_date) * 12 + extract(month from f.birth_date) + age.former - 2025 * 12 - 1 as late,
        age.former, age.final, age.step
      from person_facts f
      left join (values ('1', true, 720, 756, 4), ('1', false, 720, 756, 4), ('2', true, 600, 660, 2),
        ('2', false, 660, 696, 4)) as age(sex, works, former, final, step)
        on age.sex = f.sex and age.works = coalesce(f.works, false)
    ),
    dated as (
      select *, (birth_date + make_interval(months => former + case when late < 0 then 0
          else least(floor(late / step)::int + 1, final - former) end))::date as retires,
        ${day}::date - make_interval(years => case when leads then ${leaderYears}::int else ${years}::int end) as limit_day
      from aged
    )
    select county_id as "countyId", person_id as "personId", case
      when kind not in ('school', 'teaching_point') or stage is null or stage <> all(${[...stages]}::text[])
        or (${isStrict} and (not is_public or establishment_org_id is null))
        or not (leads or coalesce(staff_category, '') = 'full_time_teacher') or coalesce(retires <= ${day}::date, false)
        then 'not_subject'
      when greatest(case when leads then leading_since else here_since end, back_since) > limit_day then 'not_yet'
      when not leads and coalesce(title, 'none') <> all(${[...titles]}::text[]) then 'not_yet'
      when coalesce(retires < ${day}::date + make_interval(years => ${beforeRetirement}::int), false)
        or grounds && array['pregnancy', 'nursing', 'illness', 'dependants', 'served_elsewhere'] then 'exempt'
      when cardinality(grounds) > 0 or is_away or state <> 'in_post' then 'deferred'
      else 'due' end as outcome
    from dated where state not in ('retired', 'left', 'deceased')`
}

/** How many of each outcome. */
export function countsOf(told: readonly Told[]): Record<string, number> {
  const counts: Record<string, number> = { not_subject: 0, not_yet: 0, exempt: 0, deferred: 0, due: 0 }
  for (const { outcome } of told) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
