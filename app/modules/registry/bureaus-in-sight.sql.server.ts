/** Who sees what belongs to a bureau, and for which bureaus somebody acts. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'

const { sql } = Prisma

/**
 * Of the bureau under the alias: what is whose the reader may read, because it lies within the reach of their action, or they lie within
 * its. One of a bureau is found by it too; it has no twin in TypeScript.
 */
export function bureausInSight(actor: Actor, action: Action, bureau: Prisma.Sql): Prisma.Sql {
  const scope = scopeOf(actor, action)
  return sql`(${bureau}.lineage && ${scope}::uuid[] or ${bureau}.id in (
    select unnest(mine.lineage) from organisation mine where mine.id = any(${scope}::uuid[])))`
}

/** Bureaus over which the actor holds the action, the city's first. */
export function bureausOf(
  db: Db,
  actor: Actor,
  action: Action,
): Promise<{ id: string; name: string; kind: string }[]> {
  return db.organisation.findMany({
    where: {
      lineage: { hasSome: scopeOf(actor, action) },
      kind: { in: ['prefecture', 'county', 'zone'] },
      closedOn: null,
    },
    select: { id: true, name: true, kind: true },
    orderBy: { code: 'asc' },
  })
}
