/** Hangs the import's work on the job room; the composition root calls it before `startJobs`. */
import { sweep, work } from '#app/platform/jobs/jobs.server.ts'
import { importJobs } from './batch.commands.server.ts'
import { runCheck } from './check.server.ts'
import { runCommit } from './commit.server.ts'
import { recoverInterrupted, sweepStaging } from './recover.server.ts'
import { runUndo } from './undo.server.ts'

export function registerImportJobs(): void {
  const batchOf = (act: (batchId: string) => Promise<unknown>) => async (data: Record<string, string>) => {
    if (data.batchId) await act(data.batchId)
  }
  work(importJobs.check, batchOf(runCheck))
  work(importJobs.commit, batchOf(runCommit))
  work(importJobs.undo, batchOf(runUndo))
  sweep(async () => {
    await recoverInterrupted()
  })
  sweep(sweepStaging)
}
