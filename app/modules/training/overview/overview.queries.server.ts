/** How many stand how, of a place and of those below it; and who they are. Figures are read, never counted here. */
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { BoundedCount } from '#app/platform/lists/bounded-count.ts'
import { boundedCount } from '#app/platform/lists/count.server.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import type { AgeBand, OutlookState, OutOfReach } from '../outlook.ts'

const { sql, join } = Prisma

export const DIMENSIONS = ['all', 'subject', 'age', 'place', 'why'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export type Figure = { dimension: Dimension; value: string; state: OutlookState; people: number }
export type ChildFigure = { orgId: string; code: string; name: string; state: OutlookState; people: number }
export type Place = { id: string; code: string; name: string; kind: string; lineage: string[] }

/** The place asked for, or the reader's own; null where it is not the reader's to see. */
export async function overviewPlace(db: Db, actor: Actor, asked: string | null): Promise<Place | null> {
  const id = asked ?? scopeOf(actor, 'training:read')[0]
  const found = id
    ? await db.organisation.findUnique({
        where: { id },
        select: { id: true, code: true, name: true, kind: true, lineage: true },
      })
    : null
  return found && can(actor, 'training:read', found) ? found : null
}

/** Years of which figures are kept, the latest first. */
export async function figureYears(db: Db, orgId: string): Promise<number[]> {
  const found = await db.$queryRaw<{ year: number }[]>`
    select distinct year from training_figure where org_id = ${orgId}::uuid order by year desc`
  return found.map(({ year }) => year)
}

/** All figures of a place in a year. */
export function figuresOf(db: Db, orgId: string, year: number): Promise<Figure[]> {
  return db.$queryRaw<Figure[]>`
    select dimension, value, state, people from training_figure
    where org_id = ${orgId}::uuid and year = ${year} and people > 0`
}

/** The same of everybody, year by year. */
export function figuresByYear(
  db: Db,
  orgId: string,
): Promise<{ year: number; state: OutlookState; people: number }[]> {
  return db.$queryRaw<{ year: number; state: OutlookState; people: number }[]>`
    select year, state, people from training_figure
    where org_id = ${orgId}::uuid and dimension = 'all' and people > 0 order by year`
}

/** Of a prefecture its counties, of a county its schools, by name; of a school nothing. */
export async function figuresBelow(db: Db, place: Place, year: number): Promise<ChildFigure[]> {
  const below =
    place.kind === 'prefecture'
      ? sql`o.prefecture_id = ${place.id}::uuid and o.county_id = o.id`
      : sql`o.county_id = ${place.id}::uuid and o.id <> o.county_id`
  return db.$queryRaw<ChildFigure[]>`
    select o.id as "orgId", o.code, o.name, f.state, f.people
    from organisation o join training_figure f on f.org_id = o.id
    where ${below} and f.year = ${year} and f.dimension = 'all' and f.value = '' and f.people > 0
    order by o.sort_key, o.id`
}

/** Null is "any". */
export type OutlookFilter = {
  year: number
  orgId: string | null
  state: OutlookState | null
  subject: string | null
  age: AgeBand | null
  place: string | null
  why: OutOfReach | null
}

export type OutlookRow = {
  personId: string
  name: string
  staffNumber: string
  school: string
  subject: string
  state: OutlookState
  why: OutOfReach | ''
  required: number
  reached: number
  missing: number
  until: PlainDate
}

const A_PAGE = 50
const A_ROUND = 1_000
export const OUTLOOK_SORT = 'missing'

const keyOf = ({ missing, personId }: OutlookRow) => ({
  ...{ sort: OUTLOOK_SORT, value: String(missing), id: personId },
})

export type OutlookPage = PageOf<OutlookRow> & { total: BoundedCount }

/** Who stands so, of the reader's reach: who misses most first. */
export async function listOutlooks(
  db: Db,
  actor: Actor,
  filter: OutlookFilter,
  cursor: Keyset | null,
): Promise<OutlookPage> {
  const where = await conditions(db, actor, filter)
  const total = await boundedCount(db, sql`from training_outlook x where ${where}`)
  const found = await readRows(db, where, cursor, A_PAGE + 1)
  return { ...pageOf(found, A_PAGE, cursor, keyOf), total }
}

export async function* streamOutlooks(
  db: Db,
  actor: Actor,
  filter: OutlookFilter,
): AsyncGenerator<OutlookRow[], void, void> {
  const where = await conditions(db, actor, filter)
  let cursor: Keyset | null = null
  for (;;) {
    const found: OutlookRow[] = await readRows(db, where, cursor, A_ROUND)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

const columns = { prefecture: sql`x.prefecture_id`, county: sql`x.county_id`, organisation: sql`x.org_id` }

async function conditions(db: Db, actor: Actor, filter: OutlookFilter): Promise<Prisma.Sql> {
  const { year, orgId, state, subject, age, place, why } = filter
  return join(
    [
      inScope(await resolveScope(db, scopeOf(actor, 'training:read')), columns),
      ...(orgId ? [inScope(await resolveScope(db, [orgId]), columns)] : []),
      sql`x.year = ${year}`,
      // Who has met it misses nothing: the index goes there at once.
      ...(state ? [sql`x.state = ${state}`, ...(state === 'met' ? [sql`x.missing = 0`] : [])] : []),
      ...(subject === null ? [] : [sql`x.subject = ${subject}`]),
      ...(age === null ? [] : [sql`x.age_band = ${age}`]),
      ...(place === null ? [] : [sql`x.place_type = ${place}`]),
      ...(why ? [sql`x.why = ${why}`] : []),
    ],
    ' and ',
  )
}

function readRows(db: Db, where: Prisma.Sql, cursor: Keyset | null, limit: number): Promise<OutlookRow[]> {
  const isBack = cursor?.towards === 'previous'
  const [most, ids] = isBack ? [sql`asc`, sql`desc`] : [sql`desc`, sql`asc`]
  const [beyond, further] = isBack ? [sql`>`, sql`<`] : [sql`<`, sql`>`]
  const after = cursor
    ? sql`x.missing ${isBack ? sql`>=` : sql`<=`} ${Number(cursor.value)}::int and (x.missing ${beyond} ${Number(cursor.value)}::int
        or x.person_id ${further} ${cursor.id}::uuid)`
    : sql`true`
  return db.$queryRaw<OutlookRow[]>`
    select x.person_id as "personId", p.name, p.staff_number as "staffNumber", o.name as school, x.subject, x.state, x.why,
      x.required, x.reached, x.missing, x.until::text as until
    from (
      select * from training_outlook x where ${where} and ${after}
      order by x.missing ${most}, x.person_id ${ids} limit ${limit}
    ) x
    join person p on p.id = x.person_id join organisation o on o.id = x.org_id
    order by x.missing ${most}, x.person_id ${ids}`
}
