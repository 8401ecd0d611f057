/** Postings of a school year, or of several, counted; those sent by schools within the reader's reach. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import { schoolsInReach } from '../reach.sql.server.ts'
import type { FlowCount } from './flows.ts'

const { sql } = Prisma

/** Postings (x) that begin within the years, with home (o) and host. */
async function sent(db: Db, actor: Actor, from: number, to: number): Promise<Prisma.Sql> {
  return sql`
    exchange_posting x
    join organisation o on o.id = x.home_org_id
    join organisation host on host.id = x.host_org_id
    where x.cancelled_at is null and x.valid_from >= ${schoolYearStart(from)}::date
      and x.valid_from < ${schoolYearStart(to + 1)}::date and ${await schoolsInReach(db, actor)}`
}

const isEarly = sql`x.valid_to < x.planned_to`

/** By the place types of home and host. */
export async function countFlows(db: Db, actor: Actor, schoolYear: number): Promise<FlowCount[]> {
  return db.$queryRaw<FlowCount[]>`
    select o.place_type as "from", host.place_type as "to", count(*)::int as count
    from ${await sent(db, actor, schoolYear, schoolYear)} group by o.place_type, host.place_type`
}

export async function countSubjects(
  db: Db,
  actor: Actor,
  schoolYear: number,
): Promise<{ subject: string | null; count: number }[]> {
  return db.$queryRaw`
    select x.subject, count(*)::int as count from ${await sent(db, actor, schoolYear, schoolYear)}
    group by x.subject order by count(*) desc, x.subject`
}

/** Full years of age on the first day of the posting. */
export async function countAges(
  db: Db,
  actor: Actor,
  schoolYear: number,
): Promise<{ age: number; count: number }[]> {
  return db.$queryRaw`
    select date_part('year', age(at.valid_from, p.birth_date))::int as age, count(*)::int as count
    from (select x.person_id, x.valid_from from ${await sent(db, actor, schoolYear, schoolYear)}) at
    join person p on p.id = at.person_id where p.birth_date is not null group by 1 order by 1`
}

export type CountyYear = {
  countyId: string
  countyName: string
  schoolYear: number
  went: number
  /** Back before the planned end. */
  early: number
  /** Town to village, whatever county. */
  toRural: number
}

/** By county of the home school and school year. */
export async function countCountyYears(
  db: Db,
  actor: Actor,
  { from, to, rural }: { from: number; to: number; rural: readonly string[] },
): Promise<CountyYear[]> {
  return db.$queryRaw<CountyYear[]>`
    select place.id as "countyId", place.name as "countyName", at.year as "schoolYear", count(*)::int as went,
      count(*) filter (where at.early)::int as early, count(*) filter (where at.rural)::int as "toRural"
    from (
      select coalesce(o.county_id, o.prefecture_id) as place_id, ${isEarly} as early,
        coalesce(host.place_type = any(${[...rural]}::text[]), false) as rural,
        (date_part('year', x.valid_from - interval '8 months'))::int as year
      from ${await sent(db, actor, from, to)}
    ) at join organisation place on place.id = at.place_id
    group by place.id, place.name, place.code, at.year order by at.year desc, place.code`
}
