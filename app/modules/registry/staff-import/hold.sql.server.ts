/** People whom a roster changes, taken in the order in which every act on a record takes them. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'

/**
 * Locks people, whom every act on a record locks first: what anybody has begun to change is written before this returns,
 * and is seen by what is asked next. In the order of their ids, so that two that lock many never wait for each other.
 */
export async function holdPeople(tx: Db, ids: Prisma.Sql): Promise<void> {
  await tx.$queryRaw`select count(*)::int as held from (
    select from person where id in (${ids}) order by id for update) x`
}

/** People whom the batch is about to change. */
export function changedBy(batchId: string): Prisma.Sql {
  return Prisma.sql`select target_id from staff_import_row where batch_id = ${batchId}::uuid and outcome = 'changed'
    union all select target_id from import_left where batch_id = ${batchId}::uuid`
}

/** Whoever has one of these records open in a form must not save over what has changed since. */
export async function raiseVersions(tx: Db, ids: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`update person set version = version + 1 where id in (${ids})`
}
