/** Taking a batch for the length of a transaction: its row lock tells every other process that the work is alive. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { BatchState } from './batch.ts'

/** A whole roster takes seconds to a minute; anything longer has gone wrong. */
export const transactionTimes = { maxWait: 60_000, timeout: 1_800_000 }

export type HeldBatch = NonNullable<Awaited<ReturnType<Db['importBatch']['findUnique']>>>

/**
 * Locks the batch's row, and lets imports write one after another, so that the second sees what the first wrote.
 * Null when the batch is not in that state any more.
 */
export async function holdBatch(tx: Db, batchId: string, state: BatchState): Promise<HeldBatch | null> {
  await tx.$queryRaw`select id from import_batch where id = ${batchId}::uuid for update`
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('import'))`
  const batch = await tx.importBatch.findUnique({ where: { id: batchId } })
  return batch?.state === state ? batch : null
}

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
  return Prisma.sql`select person_id from import_row where batch_id = ${batchId}::uuid and outcome = 'changed'
    union all select person_id from import_left where batch_id = ${batchId}::uuid`
}

/** Whoever has one of these records open in a form must not save over what has changed since. */
export async function raiseVersions(tx: Db, ids: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`update person set version = version + 1 where id in (${ids})`
}
