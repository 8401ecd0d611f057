/** The people that a county's figure of a year is made of: how many months of each count, and why others do not. No amounts. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { MONTHS, type NotCounted } from '../codes.ts'

const { sql } = Prisma
const PEOPLE_A_PAGE = 50
const ROWS_A_ROUND = 1_000

export const ROW_KINDS = ['counted', 'left_out'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** Null is everybody who was paid. */
export type RowsFilter = { countyId: string; year: number; kind: RowKind | null }

export type PaidRow = {
  personId: string
  staffNumber: string
  name: string
  school: string | null
  /** Months that count. */
  months: number
  /** Payments of the year that do not count, and why. */
  leftOut: number
  why: NotCounted[]
}

function readRows(db: Db, { countyId, year, kind }: RowsFilter, cursor: Keyset | null, limit: number) {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor ? sql`person_id ${falls ? sql`<` : sql`>`} ${cursor.id}::uuid` : sql`true`
  const of = kind === null ? sql`true` : kind === 'counted' ? sql`why = ''` : sql`why not in ('', 'nothing')`
  return db.$queryRaw<PaidRow[]>`
    select p.id as "personId", p.staff_number as "staffNumber", p.name,
      (select o.name from organisation o where o.id = (array_agg(m.org_id order by m.month desc))[1]) as school,
      sum(m.months)::int as months, count(*) filter (where m.why not in ('', 'nothing'))::int as "leftOut",
      array(select distinct unnest(array_agg(m.why)) except select unnest(array['', 'nothing'])) as why
    from (select distinct person_id from pay_month
      where county_id = ${countyId}::uuid and year = ${year} and items <> '{}' and ${of} and ${beyond}
      order by person_id ${order} limit ${limit}) x
    join pay_month m on m.person_id = x.person_id and m.year = ${year} and m.county_id = ${countyId}::uuid
    join person p on p.id = x.person_id
    group by p.id order by p.id ${order}`
}

const keyOf = ({ personId }: PaidRow) => ({ sort: 'person', value: '', id: personId })

export async function listRows(db: Db, filter: RowsFilter, cursor: Keyset | null): Promise<PageOf<PaidRow>> {
  return pageOf(await readRows(db, filter, cursor, PEOPLE_A_PAGE + 1), PEOPLE_A_PAGE, cursor, keyOf)
}

/** All of the filter, in rounds. */
export async function* streamRows(db: Db, filter: RowsFilter): AsyncGenerator<PaidRow[]> {
  let cursor: Keyset | null = null
  for (;;) {
    const found: PaidRow[] = await readRows(db, filter, cursor, ROWS_A_ROUND)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

/** The sum of the months that count: the rows' own, as the county's figure has it; so many whole years of work are they. */
export async function countedMonths(
  db: Db,
  { countyId, year }: Pick<RowsFilter, 'countyId' | 'year'>,
): Promise<{ months: number; years: number }> {
  const found = await db.payHeads.aggregate({
    where: { countyId, year, dimension: 'year' },
    _sum: { months: true },
  })
  const months = found._sum.months ?? 0
  return { months, years: Math.round((months / MONTHS) * 10) / 10 }
}
