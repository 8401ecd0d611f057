/** Taking a committed batch back as a whole, as long as nothing later stands on it. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { type Database, type Db, database } from '#app/platform/database/client.server.ts'
import { log } from '#app/platform/log.server.ts'
import { refreshRoster } from '../roster.sql.server.ts'
import type { Phase, StandsOn } from './batch.ts'
import { holdBatch, holdPeople, raiseVersions, transactionTimes } from './hold.server.ts'
import { type Tracker, track } from './progress.server.ts'
import { reachBatch } from './reach.server.ts'
import { findStandsOn } from './stands-on.sql.server.ts'
import {
  deleteBrought,
  deleteOrganisations,
  deletePeople,
  peopleOf,
  restoreChanged,
  touchedOf,
} from './undo.sql.server.ts'

const weights: readonly (readonly [Phase, number])[] = [['undoing', 1]]

/** What stands on a committed batch; empty when it may be undone. */
export async function standsOn(db: Db, actor: Actor, batchId: string): Promise<StandsOn[]> {
  const batch = await reachBatch(db, actor, batchId)
  return batch?.committedAt ? findStandsOn(db, batchId, batch.committedAt) : []
}

/** Undoes a batch that is in state `undoing`. Ends in `undone`, or back in `committed` with the reason. */
export async function runUndo(batchId: string): Promise<void> {
  const opened = await database()
  const tracker = await track(opened, batchId, 'undoing', weights)
  try {
    const isUndone = await opened.db.$transaction(
      (tx) => undoIn(opened, tx, batchId, tracker),
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

async function undoIn(opened: Database, tx: Db, batchId: string, tracker: Tracker): Promise<boolean> {
  const batch = await holdBatch(tx, batchId, 'undoing')
  if (!batch?.committedAt) return true
  await holdPeople(tx, peopleOf(batchId))
  if ((await findStandsOn(tx, batchId, batch.committedAt)).length > 0) return false
  const counts = batch.counts as { rows?: number; new?: number }
  await tracker.phase('undoing', counts.new ?? 0)
  await deleteBrought(tx, batchId)
  await restoreChanged(tx, batchId)
  await raiseVersions(tx, touchedOf(batchId))
  await refreshRoster(tx, touchedOf(batchId))
  await deletePeople(tx, batchId, opened.kind === 'embedded' ? 2_000 : 50_000, (done) => tracker.done(done))
  await deleteOrganisations(tx, batchId)
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
