/** The roster 花名册: a page of it, how many there are, and all of it for an export. Scoped by the reader, paged by keyset. */
import type { Actor } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { BoundedCount } from '#app/platform/lists/bounded-count.ts'
import { boundedCount } from '#app/platform/lists/count.server.ts'
import { type NameRange, type NameStretches, stretchesOfNames } from './name-keys.ts'
import type { RosterFilter } from './roster.ts'
import type { RosterRow } from './roster-columns.ts'
import type { RosterCursor, RosterSort } from './roster-sort.ts'
import {
  type KnownPlace,
  type RosterAction,
  type RosterWhere,
  rosterWhere,
  wholeOf,
} from './roster-where.sql.server.ts'

const { sql, join } = Prisma

const ROWS_A_ROUND = 1_000

export type RosterPage = {
  rows: RosterRow[]
  total: BoundedCount
  nextCursor: RosterCursor | null
  previousCursor: RosterCursor | null
  /** The day the list is told of. */
  asOf: PlainDate
}

/** What a sort compares; without a birth date one comes after all others. */
const sortColumns: Record<RosterSort, { column: Prisma.Sql; type: Prisma.Sql }> = {
  name: { column: sql`e.sort_key`, type: sql`text` },
  staffNumber: { column: sql`e.staff_number`, type: sql`text` },
  birthDate: { column: sql`coalesce(e.birth_date, date '9999-12-31')`, type: sql`date` },
  orgSince: { column: sql`e.org_since`, type: sql`date` },
}

type SortedRow = RosterRow & { sortValue: string }

/** One page of the roster as the actor may see it. */
export async function listRoster(
  db: Db,
  actor: Actor,
  filter: RosterFilter,
  known?: readonly KnownPlace[],
): Promise<RosterPage> {
  const asOf = filter.asOf ?? today()
  const where = await rosterWhere(db, actor, filter, asOf, 'staff:read', known)
  const total = await countFound(db, where, filter.q)
  const found = await readPage(db, where, filter, filter.pageSize + 1, isFew(filter, total))
  const hasMore = found.length > filter.pageSize
  const backwards = filter.cursor?.towards === 'previous'
  const page = found.slice(0, filter.pageSize)
  if (backwards) page.reverse()
  const first = page.at(0)
  const last = page.at(-1)
  return {
    rows: page.map(({ sortValue: _, ...row }) => row),
    total,
    nextCursor: last && (backwards || hasMore) ? cursorAt(filter.sort, last, 'next') : null,
    previousCursor:
      first && (backwards ? hasMore : filter.cursor !== null)
        ? cursorAt(filter.sort, first, 'previous')
        : null,
    asOf,
  }
}

/**
 * How many there are. Of a sound that a tenth of all names have, those whose name begins so are enough to say "more": the
 * search's index would put together everybody first who has it anywhere.
 */
async function countFound(db: Db, where: RosterWhere, typed: string): Promise<BoundedCount> {
  const [range, ...others] = stretchesOfNames(typed)?.ranges ?? []
  if (range && others.length === 0) {
    const inRange = sql`${inRangeOf(where)} and ${within([range])}`
    const begun = await boundedCount(db, sql`from roster_entry e where ${inRange}`)
    if (begun.more) return begun
  }
  return boundedCount(db, sql`from roster_entry e where ${wholeOf(where)}`)
}

/** How many an export of the filter holds, however many. */
export async function countForExport(db: Db, actor: Actor, filter: RosterFilter): Promise<number> {
  const where = await rosterWhere(db, actor, filter, filter.asOf ?? today(), 'staff:export')
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from roster_entry e where ${wholeOf(where)}`
  return row?.count ?? 0
}

/** All rows that the filter finds, in its order, in rounds of keyset pages: an export of any length. */
export async function* streamRoster(
  db: Db,
  actor: Actor,
  filter: RosterFilter,
  action: RosterAction = 'staff:read',
  rowsARound = ROWS_A_ROUND,
): AsyncGenerator<RosterRow[], void, void> {
  const where = await rosterWhere(db, actor, filter, filter.asOf ?? today(), action)
  let cursor: RosterCursor | null = null
  for (;;) {
    const found: SortedRow[] = await readPage(db, where, { ...filter, cursor }, rowsARound, false)
    const last = found.at(-1)
    if (!last) return
    yield found.map(({ sortValue: _, ...row }) => row)
    if (found.length < rowsARound) return
    cursor = cursorAt(filter.sort, last, 'next')
  }
}

function cursorAt(sort: RosterSort, row: SortedRow, towards: RosterCursor['towards']): RosterCursor {
  return { sort, value: row.sortValue, id: row.personId, towards }
}

/**
 * Whether to find all and sort them, rather than go along the order until a page is full: the planner takes what a
 * search finds to be spread evenly over the alphabet.
 */
function isFew(filter: RosterFilter, total: BoundedCount): boolean {
  return filter.q !== '' && !total.more
}

/** How a part is read: all found and then sorted; along the order, by whatever index; or straight from stretches of it. */
type Way = 'sorted' | 'along' | NameStretches

/** A part of the list; one comes after the other. */
type Part = { holds(sortValue: string): boolean; condition: Prisma.Sql; way: Way }

const EVERYWHERE = sql`true`

/**
 * The list by name, where a search is short: first those whose name begins so, then the others. All the 王 stand near
 * the end of the alphabet behind 800,000 others, but side by side: the index of the order goes straight to them. The
 * others are as many as anywhere where the first page reaches them, and may be few behind the thousands.
 */
function partsOf({ q, sort, cursor }: RosterFilter, isFew: boolean): Part[] {
  const stretches = sort === 'name' ? stretchesOfNames(q) : null
  if (!stretches) return [{ holds: () => true, condition: EVERYWHERE, way: isFew ? 'sorted' : 'along' }]
  const { ranges } = stretches
  const begins = (key: string) => ranges.some(({ from, to }) => reaches(key, from) && !reaches(key, to))
  return [
    { holds: begins, condition: within(ranges), way: isFew ? 'sorted' : stretches },
    {
      holds: (key) => !begins(key),
      condition: sql`not ${within(ranges)}`,
      way: isFew || cursor ? 'sorted' : 'along',
    },
  ]
}

function within(stretches: readonly NameRange[]): Prisma.Sql {
  const each = stretches.map(({ from, to }) => sql`e.sort_key >= ${from} and e.sort_key < ${to}`)
  return sql`(${join(each, ' or ')})`
}

/** A search that is compared with true is no condition that its index could answer: the range's must. */
function inRangeOf({ rest, search }: RosterWhere): Prisma.Sql {
  return search ? sql`${rest} and (${search}) is true` : rest
}

/** Whether the key is the bound or comes after it, by bytes as the database compares. */
function reaches(key: string, bound: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(bound)) >= 0
}

/** Rows after the cursor in its direction, at most `limit`. */
async function readPage(
  db: Db,
  where: RosterWhere,
  filter: RosterFilter,
  limit: number,
  isFew: boolean,
): Promise<SortedRow[]> {
  const { cursor } = filter
  const parts = partsOf(filter, isFew)
  if (cursor?.towards === 'previous') parts.reverse()
  const first = cursor ? parts.findIndex((part) => part.holds(cursor.value)) : 0
  const rows: SortedRow[] = []
  for (const part of parts.slice(first)) {
    const isStart = part === parts[first]
    if (rows.length < limit)
      rows.push(...(await readPart(db, where, filter, part, { limit: limit - rows.length, isStart })))
  }
  return rows
}

/** The part's rows, from the cursor on where it lies in this part; the organisations are joined for these rows only. */
async function readPart(
  db: Db,
  where: RosterWhere,
  { sort, descending, cursor }: RosterFilter,
  part: Part,
  { limit, isStart }: { limit: number; isStart: boolean },
): Promise<SortedRow[]> {
  const { column, type } = sortColumns[sort]
  const falls = descending !== (cursor?.towards === 'previous')
  const direction = falls ? sql`desc` : sql`asc`
  const beyond =
    cursor && isStart
      ? sql`and (${column}, e.person_id) ${falls ? sql`<` : sql`>`} (${cursor.value}::${type}, ${cursor.id}::uuid)`
      : Prisma.empty
  const firstOf = sql`order by ${column} ${direction}, e.person_id ${direction} limit ${limit}`
  return db.$queryRaw<SortedRow[]>`
    select e.person_id as "personId", e.staff_number as "staffNumber", e.name, e.sex, e.birth_date::text as "birthDate",
      e.org_id as "orgId", o.name as "orgName", c.name as "countyName",
      e.establishment_org_id as "establishmentOrgId", eo.name as "establishmentOrgName",
      e.pay_org_id as "payOrgId", po.name as "payOrgName", e.org_since::text as "orgSince",
      e.staff_category as "staffCategory", e.post_category as "postCategory", e.post_level as "postLevel",
      e.school_post as "schoolPost", e.stage, e.subject, e.title_level as "titleLevel", e.honours, e.status,
      e.education_level as "educationLevel", e.sort_value::text as "sortValue"
    from (select e.*, ${column} as sort_value from ${foundIn(where, part, beyond, firstOf)} ${firstOf}) e
    join organisation o on o.id = e.org_id
    left join organisation c on c.id = e.county_id
    left join organisation eo on eo.id = e.establishment_org_id
    left join organisation po on po.id = e.pay_org_id
    order by e.sort_value ${direction}, e.person_id ${direction}`
}

/** Where the part's rows are found; `firstOf` orders rows of `e` and takes the first. */
function foundIn(
  where: RosterWhere,
  { condition, way }: Part,
  beyond: Prisma.Sql,
  firstOf: Prisma.Sql,
): Prisma.Sql {
  if (way === 'sorted' || way === 'along') {
    const fence = way === 'sorted' ? sql`offset 0` : Prisma.empty
    return sql`(select * from roster_entry e where ${wholeOf(where)} and ${condition} ${beyond} ${fence}) e`
  }
  const found = sql`select * from roster_entry e where ${way.isWhole ? where.rest : inRangeOf(where)} ${beyond}`
  if (way.ranges.length === 1) return sql`(${found} and ${condition}) e`
  const [from, to] = [way.ranges.map((range) => range.from), way.ranges.map((range) => range.to)]
  return sql`unnest(${from}::text[], ${to}::text[]) as stretch (first, beyond)
    cross join lateral (${found} and e.sort_key >= stretch.first and e.sort_key < stretch.beyond ${firstOf}) e`
}
