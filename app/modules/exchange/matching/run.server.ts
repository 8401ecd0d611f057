/** Runs a matching in a thread of its own, with progress, and an end to it when nobody wants it any more. */
import { Worker } from 'node:worker_threads'
import type { MatchingAnswer, MatchingPhase } from './answer.ts'
import type { MatchingProblem } from './problem.ts'
import type { WorkerMessage } from './solve-in-thread.server.ts'

/** More than this a matching of 2,000 teachers and 300 posts does not need; beyond it the thread ends with an error. */
const MEMORY_MB = 900

export type RunOptions = {
  searchSeconds: number
  report?: (phase: MatchingPhase) => void
  /** Aborting ends the thread at once; the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

export function runMatching(
  problem: MatchingProblem,
  { searchSeconds, report, signal }: RunOptions,
): Promise<MatchingAnswer> {
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./matching.worker.mjs', import.meta.url), {
      workerData: { problem, searchSeconds },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const cancel = () => {
      void worker.terminate()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: WorkerMessage) => {
      if ('phase' in message) report?.(message.phase)
      else resolve(message.answer)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', cancel)
      reject(new Error(`the matching thread ended with ${code}`))
    })
  })
}
