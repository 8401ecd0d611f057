/** The import's work as jobs, each on the batch that its data names; and what is looked after in between. */
import { runCheck } from './check.server.ts'
import { runCommit } from './commit.server.ts'
import { recoverInterrupted } from './recover.server.ts'
import { runUndo } from './undo.server.ts'

export { sweepStaging } from './recover.server.ts'

type Job = (data: Record<string, string>) => Promise<void>

const ofBatch =
  (act: (batchId: string) => Promise<unknown>): Job =>
  async ({ batchId }) => {
    if (batchId) await act(batchId)
  }

export const check = ofBatch(runCheck)
export const commit = ofBatch(runCommit)
export const undo = ofBatch(runUndo)

export async function recover(): Promise<void> {
  await recoverInterrupted()
}
