/**
 * Rebuilds the roster 花名册 of some people from their periods: one row a span in which nothing that the list shows
 * changes. The same SQL serves one changed post and an import of 200,000 people.
 */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { isMain } from './main-appointment.sql.server.ts'

/** Deletes and rebuilds the rows of the people that `who` (a subquery of person ids) yields. */
export async function refreshRoster(tx: Db, who: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`delete from roster_entry where person_id in (${who})`
  await tx.$executeRaw(rebuild(who))
}

/** The same for people known by id. */
export async function refreshRosterOf(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await refreshRoster(tx, Prisma.sql`select unnest(${[...ids]}::uuid[])`)
}

/**
 * From the first main appointment on, every day of a person lies in exactly one row:
 * - `main`: the main appointments; each is held until the next begins, so that somebody between two posts, or gone for
 *   good, stays listed at the last place of work. `org_since` is where the unbroken stay there began.
 * - `bounds`, `spans`: every day on which some period begins or ends, and the stretches between these days.
 * - The status is what a status period says; without one `in_post` while an appointment runs, afterwards how it ended.
 *   Nobody without a running appointment is on an establishment or paid.
 */
function rebuild(who: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with who(id) as materialized (${who}),
    main as materialized (
      select *, max(stay_from) over (partition by person_id order by valid_from) as org_since,
        coalesce(lead(valid_from) over (partition by person_id order by valid_from), 'infinity') as held_until
      from (
        select a.*, case when lag(a.work_org_id) over past is distinct from a.work_org_id
          or lag(a.valid_to) over past is distinct from a.valid_from then a.valid_from end as stay_from
        from appointment a join who on who.id = a.person_id
        where ${isMain('a')}
        window past as (partition by a.person_id order by a.valid_from)
      ) islands
    ),
    status as materialized (select s.* from status_period s join who on who.id = s.person_id),
    title as materialized (select t.* from title_period t join who on who.id = t.person_id),
    honour as materialized (select h.* from honour_period h join who on who.id = h.person_id),
    bounds(person_id, day) as (
      select person_id, valid_from from main
      union select person_id, valid_to from main where valid_to is not null
      union select person_id, valid_from from status
      union select person_id, valid_to from status where valid_to is not null
      union select person_id, valid_from from title
      union select person_id, valid_to from title where valid_to is not null
      union select person_id, valid_from from honour
      union select person_id, valid_to from honour where valid_to is not null
    ),
    spans as materialized (
      select person_id, day as from_day,
        coalesce(lead(day) over (partition by person_id order by day), '9999-12-31') as to_day
      from bounds
    ),
    honours as (
      select s.person_id, s.from_day, array_agg(h.honour order by h.honour) as held
      from spans s join honour h on h.person_id = s.person_id
        and h.valid_from <= s.from_day and (h.valid_to is null or h.valid_to > s.from_day)
      group by s.person_id, s.from_day
    )
    insert into roster_entry (person_id, valid_from, valid_to, staff_number, name, sort_key, search, sex, birth_date,
      prefecture_id, county_id, org_id, establishment_org_id, pay_org_id, org_since, staff_category, post_category,
      post_level, school_post, stage, subject, title_level, honours, status, education_level)
    select p.id, s.from_day, s.to_day, p.staff_number, p.name, p.sort_key, array_to_tsvector(p.search_terms), p.sex,
      p.birth_date, o.prefecture_id, o.county_id, m.work_org_id, case when runs then m.establishment_org_id end,
      case when runs then m.pay_org_id end, m.org_since, m.staff_category, m.post_category, m.post_level,
      m.school_post, m.stage, m.subject, t.title_level, coalesce(h.held, '{}'),
      coalesce(st.status, case when runs then 'in_post'
        when m.end_reason in ('retired', 'deceased') then m.end_reason else 'left' end),
      p.education_level
    from spans s
    join main m on m.person_id = s.person_id and m.valid_from <= s.from_day and s.from_day < m.held_until
    cross join lateral (select m.valid_to is null or s.from_day < m.valid_to as runs) in_service
    join person p on p.id = s.person_id
    join organisation o on o.id = m.work_org_id
    left join status st on st.person_id = s.person_id
      and st.valid_from <= s.from_day and (st.valid_to is null or st.valid_to > s.from_day)
    left join title t on t.person_id = s.person_id
      and t.valid_from <= s.from_day and (t.valid_to is null or t.valid_to > s.from_day)
    left join honours h on h.person_id = s.person_id and h.from_day = s.from_day
    order by o.county_id, p.sort_key`
}
