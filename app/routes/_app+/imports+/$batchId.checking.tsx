/** Step 2: the check under way; leads on by itself when it has ended. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { batchProgress } from '#app/platform/imports/index.server.ts'
import { CheckingPage } from '#app/platform/imports/ui/checking-page.tsx'
import { progressKey } from '#app/platform/imports/wizard.progress-key.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch } = await openBatchIn(args, ['checking'])
  const progress = requireFound(await batchProgress(batch.id))
  return { progress, progressKey: progressKey(batch.id, Date.now()) }
}

export default function Checking() {
  return <CheckingPage {...useLoaderData<typeof loader>()} />
}
