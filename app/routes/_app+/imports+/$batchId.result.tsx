/** What has become of a batch: progress while it is written or undone, then the report. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { runningStates } from '#app/platform/imports/batch.ts'
import { batchProgress } from '#app/platform/imports/index.server.ts'
import { ResultPage } from '#app/platform/imports/ui/result-page.tsx'
import { progressKey } from '#app/platform/imports/wizard.progress-key.server.ts'
import { aboutBatch } from '#app/platform/imports/wizard.queries.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch, locale } = await openBatchIn(args, [
    'committing',
    'committed',
    'undoing',
    'undone',
    'cancelled',
    'refused',
  ])
  const isRunning = runningStates.includes(batch.state)
  const progress = isRunning ? await batchProgress(batch.id) : null
  return {
    batch,
    about: await aboutBatch(batch, locale),
    progress,
    progressKey: progressKey(batch.id, Date.now()),
  }
}

export default function Result() {
  return <ResultPage {...useLoaderData<typeof loader>()} />
}
