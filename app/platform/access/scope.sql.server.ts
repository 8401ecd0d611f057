/** The SQL twin of `can`: conditions that narrow a query to what a set of organisations and all below holds. */

import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'

/** A scope resolved against the tree: whole prefectures, whole counties, and single organisations. */
export type Scope = { prefectures: string[]; counties: string[]; organisations: string[] }

export const emptyScope: Scope = { prefectures: [], counties: [], organisations: [] }

/** Whether the scope holds nothing at all. */
export function isEmptyScope(scope: Scope): boolean {
  return scope.prefectures.length + scope.counties.length + scope.organisations.length === 0
}

/**
 * Resolves organisation ids to a scope. Below county level the organisations are listed (a district has at most some
 * hundred), so that a list needs no join to the tree.
 */
export async function resolveScope(db: Db, ids: readonly string[]): Promise<Scope> {
  if (ids.length === 0) return emptyScope
  const held = await db.organisation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, parentId: true, kind: true },
  })
  return scopeBelow(db, held)
}

/** The same for organisations that are at hand. */
export async function scopeBelow(
  db: Db,
  held: readonly { id: string; parentId: string | null; kind: string }[],
): Promise<Scope> {
  const prefectures = held.filter((one) => one.parentId === null).map((one) => one.id)
  const counties = held.filter((one) => one.parentId !== null && isCounty(one.kind)).map((one) => one.id)
  const lower = held.filter((one) => one.parentId !== null && !isCounty(one.kind)).map((one) => one.id)
  if (lower.length === 0) return { prefectures, counties, organisations: [] }
  const below = await db.organisation.findMany({
    where: { lineage: { hasSome: lower } },
    select: { id: true },
  })
  return { prefectures, counties, organisations: below.map((one) => one.id) }
}

function isCounty(kind: string): boolean {
  return kind === 'county' || kind === 'zone'
}

/** `(prefecture = any … or county = any … or org = any …)` over columns of the given alias; false for an empty scope. */
export function inScope(
  scope: Scope,
  columns: { prefecture: Prisma.Sql; county: Prisma.Sql; organisation: Prisma.Sql },
): Prisma.Sql {
  const parts: Prisma.Sql[] = []
  if (scope.prefectures.length > 0) parts.push(anyOf(columns.prefecture, scope.prefectures))
  if (scope.counties.length > 0) parts.push(anyOf(columns.county, scope.counties))
  if (scope.organisations.length > 0) parts.push(anyOf(columns.organisation, scope.organisations))
  if (parts.length === 0) return Prisma.sql`false`
  return Prisma.sql`(${Prisma.join(parts, ' or ')})`
}

/** Equality for one id (an index in list order can serve it), `= any` for more. */
function anyOf(column: Prisma.Sql, ids: string[]): Prisma.Sql {
  if (ids.length === 1) return Prisma.sql`${column} = ${ids[0]}::uuid`
  return Prisma.sql`${column} = any(${ids}::uuid[])`
}
