/** Schools within reach and where they lie: a page of the list, all of it for a file, and those that lines name. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'

const { sql, join } = Prisma
const SCHOOLS_A_PAGE = 50
const ROWS_A_ROUND = 1_000

/** Null is "any". */
export type PlaceFilter = { isKnown: boolean | null; orgId: string | null }

export type SchoolPlace = {
  id: string
  sortKey: string
  code: string
  name: string
  countyName: string | null
  latitude: number | null
  longitude: number | null
}

const from = sql`from organisation o
  left join organisation county on county.id = o.county_id
  left join exchange_school_place place on place.org_id = o.id`

const isSchool = sql`o.school_kind is not null and o.closed_on is null`

async function within(db: Db, organisations: readonly string[]): Promise<Prisma.Sql> {
  const column = { prefecture: sql`o.prefecture_id`, county: sql`o.county_id`, organisation: sql`o.id` }
  return inScope(await resolveScope(db, organisations), column)
}

async function conditions(db: Db, actor: Actor, { isKnown, orgId }: PlaceFilter): Promise<Prisma.Sql> {
  const all = [isSchool, await within(db, scopeOf(actor, 'exchange:read'))]
  if (orgId) all.push(await within(db, [orgId]))
  if (isKnown !== null) all.push(isKnown ? sql`place.org_id is not null` : sql`place.org_id is null`)
  return join(all, ' and ')
}

function readRows(db: Db, where: Prisma.Sql, cursor: Keyset | null, limit: number): Promise<SchoolPlace[]> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(o.sort_key, o.id) ${falls ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  return db.$queryRaw<SchoolPlace[]>`
    select o.id, o.sort_key as "sortKey", o.code, o.name, county.name as "countyName", place.latitude, place.longitude
    ${from} where ${where} and ${beyond} order by o.sort_key ${order}, o.id ${order} limit ${limit}`
}

const keyOf = ({ sortKey, id }: SchoolPlace) => ({ sort: 'name', value: sortKey, id })

/** One page of them by name, with how many there are and of how many it is known where they lie. */
export async function listPlaces(
  db: Db,
  actor: Actor,
  filter: PlaceFilter,
  cursor: Keyset | null,
): Promise<PageOf<SchoolPlace> & { total: number; known: number }> {
  const where = await conditions(db, actor, filter)
  const [counted] = await db.$queryRaw<{ total: number; known: number }[]>`
    select count(*)::int as total, count(place.org_id)::int as known ${from} where ${where}`
  const rows = await readRows(db, where, cursor, SCHOOLS_A_PAGE + 1)
  return {
    ...pageOf(rows, SCHOOLS_A_PAGE, cursor, keyOf),
    total: counted?.total ?? 0,
    known: counted?.known ?? 0,
  }
}

/** All of the filter, in rounds. */
export async function* streamPlaces(
  db: Db,
  actor: Actor,
  filter: PlaceFilter,
): AsyncGenerator<SchoolPlace[]> {
  const where = await conditions(db, actor, filter)
  let cursor: Keyset | null = null
  for (;;) {
    const found: SchoolPlace[] = await readRows(db, where, cursor, ROWS_A_ROUND)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

/** The schools over which the actor has the action that are called so, by code or name. */
export async function schoolsCalled(
  db: Db,
  actor: Actor,
  action: Action,
  names: readonly string[],
): Promise<{ id: string; code: string; name: string }[]> {
  const called = [...new Set(names)]
  return db.$queryRaw<{ id: string; code: string; name: string }[]>`
    select o.id, o.code, o.name from organisation o
    where ${isSchool} and ${await within(db, scopeOf(actor, action))}
      and (o.code = any(${called}::text[]) or o.name = any(${called}::text[]))`
}
