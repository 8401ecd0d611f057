/** Who sees which calls and studios. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'

const { sql } = Prisma

/**
 * Of the bureau under the alias: whose calls and studios the reader may read, because it lies within their reach, or they lie within
 * its. One of a bureau is found by it too; it has no twin in TypeScript.
 */
export function bureausInSight(actor: Actor, bureau: Prisma.Sql): Prisma.Sql {
  const scope = scopeOf(actor, 'studios:read')
  return sql`(${bureau}.lineage && ${scope}::uuid[] or ${bureau}.id in (
    select unnest(mine.lineage) from organisation mine where mine.id = any(${scope}::uuid[])))`
}
