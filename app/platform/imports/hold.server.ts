/** Taking a batch for the length of a transaction: its row lock tells every other process that the work is alive. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { BatchState } from './batch.ts'
import { type Subject, subjectOf } from './subject.ts'

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

/** What the batch is about, where it is in that state; asked once the work is known to be under way, for a sweep looks for lost work. */
export async function subjectIn(db: Db, batchId: string, state: BatchState): Promise<Subject | null> {
  const batch = await db.importBatch.findUnique({
    where: { id: batchId },
    select: { subject: true, state: true },
  })
  return batch?.state === state ? subjectOf(batch.subject) : null
}
