/** Sums of counties counted again from the slips and the roster alone, beside everything that is kept: the proof of a figure. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { Paid } from './parity.ts'

/** Who counts at which end of a month: on the establishment of a public school of compulsory education, in service, paid by the county. */
const counting = Prisma.sql`
  from organisation est
  join roster_entry e on e.establishment_org_id = est.id and e.stage in ('primary', 'junior', 'special')
    and e.status in ('in_post', 'loaned_out', 'study_leave', 'maternity_leave', 'sick_leave', 'awaiting_post')
  join days d on e.valid_from <= d.day and d.day < e.valid_to
  left join organisation payer on payer.id = e.pay_org_id and e.pay_org_id <> e.org_id
  where est.is_public and est.county_id is not null and (payer.id is null or payer.county_id = est.county_id)`

/**
 * What was paid in the year to those who count, from the beginning: the same law as the database's own `pay_keep` (who counts at the
 * end of each month), written as one set. Counties without anything are not in it.
 */
export async function recountedYear(
  db: Db,
  countyIds: readonly string[],
  year: number,
): Promise<Map<string, Paid>> {
  const ids = [...countyIds]
  const sums = await db.$queryRaw<{ countyId: string; itemId: number | null; sum: bigint }[]>`
    with days as (
      select of as month, (make_date(${year}::int, of, 1) + interval '1 month - 1 day')::date as day from generate_series(1, 12) x(of)
    ), whole as (
      select e.person_id, count(*) as worked, (array_agg(est.county_id order by d.month desc))[1] as county_id ${counting}
        and e.person_id in (select person_id from pay_slip where year = ${year}::int and month = 0)
      group by e.person_id
    ), counted as materialized (
      select e.person_id, d.month, 1 as worked, est.county_id ${counting} and est.county_id = any(${ids}::uuid[])
      union all select person_id, 0, worked, county_id from whole where county_id = any(${ids}::uuid[])
    ), slip as materialized (
      select c.county_id, c.worked, s.person_id, s.month, s.items, s.fen,
        count(*) over (partition by s.person_id, s.month) as of_month
      from counted c join pay_slip s on s.person_id = c.person_id and s.year = ${year}::int and s.month = c.month
    ), paid as (
      select county_id, worked from slip where of_month = 1
      union all
      select county_id, worked from (select s.county_id, s.worked, s.person_id, s.month, u.item, sum(u.fen) as fen
        from slip s cross join unnest(s.items, s.fen) u(item, fen) where of_month > 1 group by 1, 2, 3, 4, 5) n
      group by county_id, worked, person_id, month having bool_or(fen <> 0)
    )
    select county_id as "countyId", null::int as "itemId", sum(worked)::bigint as sum from paid group by 1
    union all
    select s.county_id, u.item, sum(u.fen)::bigint from slip s cross join unnest(s.items, s.fen) u(item, fen)
    group by 1, 2 having sum(u.fen) <> 0`
  const found = new Map<string, Paid & { items: Map<number, bigint> }>()
  for (const { countyId, itemId, sum } of sums) {
    const own = found.get(countyId) ?? { months: 0, items: new Map() }
    if (itemId === null) own.months = Number(sum)
    else own.items.set(itemId, sum)
    found.set(countyId, own)
  }
  return found
}

/** Whether both say the same of every item, and of the months. */
export function isSamePaid(one: Paid, other: Paid): boolean {
  const sums = ({ items }: Paid) => [...items].filter(([, fen]) => fen !== 0n)
  return (
    one.months === other.months &&
    sums(one).length === sums(other).length &&
    sums(one).every(([itemId, fen]) => other.items.get(itemId) === fen)
  )
}
