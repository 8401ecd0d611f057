/** Solves a program in a thread of its own, with progress, and an end to it when nobody wants it any more. */
import { Worker } from 'node:worker_threads'
import type { PlannerPhase, ProgramAnswer } from './answer.ts'
import type { LinearProgram } from './program.ts'
import type { ThreadMessage } from './solve-in-thread.server.ts'

/** Beyond it the thread ends with an error; 2,000 teachers and 300 posts need less. */
const MEMORY_MB = 900

export type RunOptions = {
  /** Seconds for the search; what was found until then is the answer, with its gap. */
  searchSeconds: number
  report?: (phase: PlannerPhase) => void
  /** Aborting ends the thread at once; the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/** Throws where the thread ends without an answer, e.g. out of memory. */
export function runProgram(
  program: LinearProgram,
  { searchSeconds, report, signal }: RunOptions,
): Promise<ProgramAnswer> {
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./planner.worker.mjs', import.meta.url), {
      workerData: { program, searchSeconds },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const cancel = () => {
      void worker.terminate()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: ThreadMessage) => {
      if ('phase' in message) report?.(message.phase)
      else resolve(message.answer)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', cancel)
      reject(new Error(`the planner's thread ended with ${code}`))
    })
  })
}
