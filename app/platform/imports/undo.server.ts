/** Taking a committed batch back as a whole, as long as nothing later stands on it. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { type Database, type Db, database } from '#app/platform/database/client.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Phase, StandsOn } from './batch.ts'
import { holdBatch, subjectIn, transactionTimes } from './hold.server.ts'
import { type Tracker, track } from './progress.server.ts'
import { reachBatch } from './reach.server.ts'
import { type Subject, subjectOf } from './subject.ts'

const weights: readonly (readonly [Phase, number])[] = [['undoing', 1]]

/** What stands on a committed batch; empty when it may be undone. */
export async function standsOn(db: Db, actor: Actor, batchId: string): Promise<StandsOn[]> {
  const batch = await reachBatch(db, actor, batchId)
  if (!batch?.committedAt) return []
  return (await subjectOf(batch.subject)).standsOn(db, batchId, batch.committedAt)
}

/** Undoes a batch that is in state `undoing`. Ends in `undone`, or back in `committed` with the reason. */
export async function runUndo(batchId: string): Promise<void> {
  const opened = await database()
  const tracker = await track(opened, batchId, 'undoing', weights)
  try {
    const subject = await subjectIn(opened.db, batchId, 'undoing')
    if (!subject) return
    const isUndone = await opened.db.$transaction(
      (tx) => undoIn(opened, tx, subject, batchId, tracker),
      transactionTimes,
    )
    if (!isUndone) await goBack(opened, batchId, 'stands_on_it')
  } catch (error) {
    log.error({ error, batchId }, 'the undoing of an import failed')
    await goBack(opened, batchId, 'failed')
    throw error
  } finally {
    await tracker.end()
  }
}

async function goBack({ db }: Database, batchId: string, problem: 'stands_on_it' | 'failed'): Promise<void> {
  await db.importBatch.updateMany({
    where: { id: batchId, state: 'undoing' },
    data: { state: 'committed', problem },
  })
}

async function undoIn(
  opened: Database,
  tx: Db,
  subject: Subject,
  batchId: string,
  tracker: Tracker,
): Promise<boolean> {
  const batch = await holdBatch(tx, batchId, 'undoing')
  if (!batch?.committedAt) return true
  await subject.hold?.(tx, batchId, 'written')
  if ((await subject.standsOn(tx, batchId, batch.committedAt)).length > 0) return false
  const { rows = 0 } = batch.counts as { rows?: number }
  await tracker.phase('undoing', rows)
  await subject.undo(opened, tx, batchId, (share) => tracker.done(Math.round(share * rows)))
  await tx.importBatch.update({
    where: { id: batchId },
    data: { state: 'undone', problem: null, undoneAt: new Date(), undoneByName: batch.startedByName },
  })
  await appendAudit(tx, { accountId: batch.startedById, displayName: batch.startedByName ?? '' }, [
    {
      action: 'import.undone',
      organisationId: batch.organisationId,
      subject: `import:${batchId}`,
      before: { rowsSha256: batch.digest },
    },
  ])
  return true
}
