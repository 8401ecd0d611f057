/** Starting the work on a batch, and giving it up. The work itself runs as a job. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { enqueue } from '#app/platform/jobs/jobs.server.ts'
import type { BatchState, Counts, Outcome, StartRefusal } from './batch.ts'
import { reachBatch } from './reach.server.ts'

/** Names of the jobs; each takes `{ batchId }`. */
export const importJobs = { check: 'import-check', commit: 'import-commit', undo: 'import-undo' } as const

type Step = { job: string; from: readonly BatchState[]; to: BatchState }

const check: Step = { job: importJobs.check, from: ['mapped', 'ready'], to: 'checking' }
const commit: Step = { job: importJobs.commit, from: ['ready'], to: 'committing' }
const undo: Step = { job: importJobs.undo, from: ['committed'], to: 'undoing' }

/** Has the rows checked; from `mapped`, or again from `ready`. */
export function startCheck(db: PrismaClient, actor: Actor, batchId: string) {
  return start(db, actor, batchId, check)
}

/** Has a checked batch written. Refused when it would change nothing. */
export async function startCommit(
  db: PrismaClient,
  actor: Actor,
  batchId: string,
): Promise<Outcome<object, StartRefusal>> {
  const batch = await reachBatch(db, actor, batchId)
  const counts = batch?.counts as Counts | undefined
  if (counts && counts.new + counts.changed + counts.left === 0) return { ok: false, reason: 'nothing_to_do' }
  return start(db, actor, batchId, commit)
}

/** Has a committed batch taken back. Whether something stands on it is looked at in the same transaction that undoes. */
export function startUndo(db: PrismaClient, actor: Actor, batchId: string) {
  return start(db, actor, batchId, undo)
}

async function start(
  db: PrismaClient,
  actor: Actor,
  batchId: string,
  { job, from, to }: Step,
): Promise<Outcome<object, StartRefusal>> {
  if (!(await reachBatch(db, actor, batchId))) return { ok: false, reason: 'not_found' }
  return db.$transaction(async (tx): Promise<Outcome<object, StartRefusal>> => {
    const { count } = await tx.importBatch.updateMany({
      where: { id: batchId, state: { in: [...from] } },
      data: {
        state: to,
        problem: null,
        problemValues: {},
        startedById: actor.accountId,
        startedByName: actor.displayName,
      },
    })
    if (count === 0) return { ok: false, reason: 'wrong_state' }
    await tx.importProgress.deleteMany({ where: { batchId } })
    const now = new Date()
    await tx.importProgress.create({
      data: { batchId, phase: 'waiting', rowsDone: 0, share: 0, startedAt: now, updatedAt: now },
    })
    await enqueue(tx, job, { batchId })
    return { ok: true }
  })
}

/** Gives a batch up before it is committed; its staged rows and its file go. A check under way stops at its next rows. */
export async function cancelBatch(
  db: Db,
  actor: Actor,
  batchId: string,
): Promise<Outcome<object, 'not_found' | 'wrong_state'>> {
  const batch = await reachBatch(db, actor, batchId)
  if (!batch) return { ok: false, reason: 'not_found' }
  const { count } = await db.importBatch.updateMany({
    where: { id: batchId, state: { in: ['uploaded', 'mapped', 'checking', 'ready', 'refused'] } },
    data: { state: 'cancelled' },
  })
  if (count === 0) return { ok: false, reason: 'wrong_state' }
  await db.importRow.deleteMany({ where: { batchId } })
  await db.importIssue.deleteMany({ where: { batchId } })
  await db.importOrganisation.deleteMany({ where: { batchId } })
  await db.importLeft.deleteMany({ where: { batchId } })
  await db.storedFileChunk.deleteMany({ where: { fileId: batch.fileId } })
  return { ok: true }
}
