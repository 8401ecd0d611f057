/** What has become of a batch: progress while it is written or undone, then the report. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { runningStates } from '#app/modules/registry/import/batch.ts'
import { batchProgress } from '#app/modules/registry/import/index.server.ts'
import { ResultPage } from '#app/modules/registry/import/ui/result-page.tsx'
import { progressKey } from '#app/modules/registry/import/wizard.progress-key.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch } = await openBatchIn(args, [
    'committing',
    'committed',
    'undoing',
    'undone',
    'cancelled',
    'refused',
  ])
  const isRunning = runningStates.includes(batch.state)
  const progress = isRunning ? await batchProgress(batch.id) : null
  return { batch, progress, progressKey: progressKey(batch.id, Date.now()) }
}

export default function Result() {
  return <ResultPage {...useLoaderData<typeof loader>()} />
}
