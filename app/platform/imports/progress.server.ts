/**
 * How far a running job is. Kept in this process for its own jobs, because the embedded database has one connection and
 * it is busy; on a server also in import_progress, over a connection of its own, for every other process to read.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, database } from '#app/platform/database/client.server.ts'
import { type BatchState, type Phase, type ProblemCode, type Progress, runningStates } from './batch.ts'

type Running = {
  state: BatchState
  phase: Phase
  done: number
  total: number | null
  share: number
  startedAt: number
  /** It keeps the embedded database's one connection to itself. */
  isHolding: boolean
}

const WRITE_EVERY_MS = 500
/** The embedded database's statements hold the thread: between two of them requests get their turn. */
const BREATH_MS = 10

// The server bundle and the process that hosts it are two module graphs: running jobs live beside both.
const holder = globalThis as typeof globalThis & { shiziImports?: Map<string, Running> }
function running(): Map<string, Running> {
  holder.shiziImports ??= new Map()
  return holder.shiziImports
}

/** What a job calls as it goes. `weight` is each phase's share of the whole, in order. */
export type Tracker = {
  phase(phase: Phase, total: number | null): Promise<void>
  done(rows: number): Promise<void>
  end(): Promise<void>
}

/** Starts telling of a job; phases and their weights are given in the order in which they come. */
export async function track(
  opened: Database,
  batchId: string,
  state: BatchState,
  weights: readonly (readonly [Phase, number])[],
): Promise<Tracker> {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  const isHolding = opened.kind === 'embedded' && state !== 'checking'
  const current: Running = {
    ...{ state, phase: 'waiting', done: 0, total: null, share: 0, isHolding },
    startedAt: Date.now(),
  }
  running().set(batchId, current)
  let base = 0
  let weight = 0
  let written = 0
  const write = async (force: boolean) => {
    if (opened.kind === 'embedded') return sleep(BREATH_MS)
    const now = Date.now()
    if (!force && now - written < WRITE_EVERY_MS) return
    written = now
    await writeProgress(opened, batchId, current)
  }
  await writeProgress(opened, batchId, current)
  return {
    async phase(phase, total) {
      base += weight
      weight = (weights.find(([name]) => name === phase)?.[1] ?? 0) / sum
      Object.assign(current, { phase, done: 0, total, share: base })
      await write(true)
    },
    async done(rows) {
      current.done = rows
      if (current.total) current.share = base + weight * Math.min(1, rows / current.total)
      await write(false)
    },
    async end() {
      running().delete(batchId)
    },
  }
}

async function writeProgress({ db }: Database, batchId: string, at: Running): Promise<void> {
  const fields = {
    phase: at.phase,
    rowsDone: at.done,
    rowsTotal: at.total,
    share: at.share,
    startedAt: new Date(at.startedAt),
    updatedAt: new Date(),
  }
  await db.importProgress.upsert({ where: { batchId }, create: { batchId, ...fields }, update: fields })
}

/** Whether a job of this process keeps the embedded database's connection to itself: pages would wait for it. */
export function isDatabaseHeld(): boolean {
  return [...running().values()].some(({ isHolding }) => isHolding)
}

/** Whether a job of this process works on the batch. */
export function isRunningHere(batchId: string): boolean {
  return running().has(batchId)
}

/** Where a batch's job is, or how it ended; null where there is no such batch. */
export async function batchProgress(batchId: string): Promise<Progress | null> {
  const here = running().get(batchId)
  if (here) return progressOf(batchId, here.state, null, here)
  const { db } = await database()
  const batch = await db.importBatch.findUnique({ where: { id: batchId }, include: { progress: true } })
  if (!batch) return null
  const state = batch.state as BatchState
  const { progress } = batch
  const known = progress && {
    state,
    phase: progress.phase as Phase,
    done: progress.rowsDone,
    total: progress.rowsTotal,
    share: progress.share,
    startedAt: progress.startedAt.getTime(),
  }
  return progressOf(batchId, state, batch.problem as ProblemCode | null, known)
}

function progressOf(
  batchId: string,
  state: BatchState,
  problem: ProblemCode | null,
  at: Omit<Running, 'isHolding'> | null,
): Progress {
  const isRunning = runningStates.includes(state)
  const elapsed = at && isRunning ? (Date.now() - at.startedAt) / 1000 : 0
  const share = isRunning ? (at?.share ?? 0) : 1
  return {
    batchId,
    state,
    problem,
    phase: isRunning ? (at?.phase ?? 'waiting') : null,
    rowsDone: at?.done ?? 0,
    rowsTotal: at?.total ?? null,
    share,
    startedAt: at ? new Date(at.startedAt).toISOString() : null,
    secondsElapsed: elapsed,
    secondsLeft: isRunning && share > 0.02 ? (elapsed / share) * (1 - share) : null,
  }
}
