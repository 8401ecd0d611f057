/** Starting the work on a batch, and giving it up. The work itself runs as a job. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { enqueue } from '#app/platform/jobs/jobs.server.ts'
import type { BatchState, Counts, StartRefusal } from './batch.ts'
import { clearStaging } from './comparison.sql.server.ts'
import { reachBatch } from './reach.server.ts'
import { subjectOf } from './subject.ts'

/** Names of the jobs; each takes `{ batchId }`. */
export const importJobs = { check: 'import-check', commit: 'import-commit', undo: 'import-undo' } as const

type Step = { job: string; from: readonly BatchState[]; to: BatchState }

const check: Step = { job: importJobs.check, from: ['mapped', 'ready'], to: 'checking' }
const commit: Step = { job: importJobs.commit, from: ['ready'], to: 'committing' }
const undo: Step = { job: importJobs.undo, from: ['committed'], to: 'undoing' }

/** Has the rows checked; from `mapped`, or again from `ready`. */
export function startCheck(db: PrismaClient, actor: Actor, batchId: string, given: Keyed = {}) {
  return start(db, actor, { batchId, ...given }, check)
}

/** Has a checked batch written. Refused when it would change nothing. */
export function startCommit(db: PrismaClient, actor: Actor, batchId: string, given: Keyed = {}) {
  return start(db, actor, { batchId, ...given }, commit)
}

/** Has a committed batch taken back. Whether something stands on it is looked at in the same transaction that undoes. */
export function startUndo(db: PrismaClient, actor: Actor, batchId: string, given: Keyed = {}) {
  return start(db, actor, { batchId, ...given }, undo)
}

const refuse: Refuse<StartRefusal> = refuseAct

function start(
  db: PrismaClient,
  actor: Actor,
  input: { batchId: string } & Keyed,
  { job, from, to }: Step,
): Promise<Outcome<object, StartRefusal>> {
  const { batchId } = input
  return perform(db, actor, {
    name: job,
    input,
    async lock(tx) {
      const batch = (await reachBatch(tx, actor, batchId)) ?? refuse('not_found')
      const counts = batch.counts as Partial<Counts>
      const { new: made = 0, changed = 0, left = 0 } = counts
      if (to === 'committing' && counts.rows !== undefined && made + changed + left === 0)
        refuse('nothing_to_do')
    },
    async write(tx) {
      const state = { state: to, problem: null, problemValues: {} }
      const { count } = await tx.importBatch.updateMany({
        where: { id: batchId, state: { in: [...from] } },
        data: { ...state, startedById: actor.accountId, startedByName: actor.displayName },
      })
      if (count === 0) refuse('wrong_state')
      await tx.importProgress.deleteMany({ where: { batchId } })
      const now = new Date()
      await tx.importProgress.create({
        data: { batchId, phase: 'waiting', rowsDone: 0, share: 0, startedAt: now, updatedAt: now },
      })
      await enqueue(tx, job, { batchId })
      // What the job does is on record when it has done it.
      return { done: {}, events: [] }
    },
  })
}

/** Gives a batch up before it is committed; its staged rows and its file go. A check under way stops at its next rows. */
export function cancelBatch(
  db: PrismaClient,
  actor: Actor,
  batchId: string,
  given: Keyed = {},
): Promise<Outcome<object, 'not_found' | 'wrong_state'>> {
  return perform(db, actor, {
    name: 'import-cancel',
    input: { batchId, ...given },
    lock: async (tx) => (await reachBatch(tx, actor, batchId)) ?? refuse('not_found'),
    async write(tx, { fileId, subject }) {
      const { count } = await tx.importBatch.updateMany({
        where: { id: batchId, state: { in: ['uploaded', 'mapped', 'checking', 'ready', 'refused'] } },
        data: { state: 'cancelled' },
      })
      if (count === 0) refuse('wrong_state')
      await clearStaging(tx, await subjectOf(subject), batchId)
      await tx.storedFileChunk.deleteMany({ where: { fileId } })
      return { done: {}, events: [] }
    },
  })
}
