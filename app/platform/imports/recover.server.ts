/** Batches whose work died with its process: nothing was written, and they say so. */
import { database } from '#app/platform/database/client.server.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { waitingJobs } from '#app/platform/jobs/jobs.server.ts'
import { importJobs } from './batch.commands.server.ts'
import type { BatchState } from './batch.ts'
import { isRunningHere } from './progress.server.ts'
import { knownSubjects } from './subject.ts'

/** A job that has not been heard of for so long is not merely waiting for its turn. */
const GRACE_MS = 60_000
const STAGED_DAYS = 90

/** Where a batch goes back to when its work was interrupted. */
const before: Partial<Record<BatchState, BatchState>> = {
  checking: 'mapped',
  committing: 'mapped',
  undoing: 'committed',
}

/**
 * Puts interrupted batches back. Who commits or undoes holds the batch's row lock: a row that is free, of a batch nobody
 * has heard of for `graceMs`, belongs to nobody. The embedded database has one process, so there `graceMs` 0 is safe at
 * start. Answers the ids.
 */
export async function recoverInterrupted(graceMs?: number): Promise<string[]> {
  const { db, kind } = await database()
  const grace = graceMs ?? (kind === 'embedded' ? 0 : GRACE_MS)
  const silentSince = new Date(Date.now() - grace)
  return db.$transaction(async (tx) => {
    const dead = await tx.$queryRaw<{ id: string; state: BatchState }[]>`
      select b.id, b.state from import_batch b left join import_progress p on p.batch_id = b.id
      where b.state in ('checking', 'committing', 'undoing') and coalesce(p.updated_at, b.created_at) <= ${silentSince}
      for update of b skip locked`
    // One behind another in the queue is not dead: its turn comes.
    const waiting = await waitingJobs(tx, Object.values(importJobs))
    const isWaiting = (id: string) => waiting.some(({ batchId }) => batchId === id)
    const lost = dead.filter(({ id }) => !isRunningHere(id) && !isWaiting(id))
    for (const { id, state } of lost) {
      await tx.importBatch.update({
        where: { id },
        data: { state: before[state] ?? state, problem: 'interrupted' },
      })
    }
    return lost.map(({ id }) => id)
  })
}

/** Staged rows serve the report; after three months the history of what was written is enough. */
export async function sweepStaging(): Promise<void> {
  const { db } = await database()
  const until = new Date(Date.now() - STAGED_DAYS * 86_400_000)
  for (const { name, load } of knownSubjects()) {
    const { table } = await load()
    await db.$executeRaw`
      delete from ${sqlName(table)} where batch_id in (select id from import_batch where subject = ${name}
        and created_at < ${until} and state in ('committed', 'undone'))`
  }
}
