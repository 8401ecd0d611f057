/** How far the work on a batch has come, for the page that asks every second. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { batchProgress, isRunningHere } from '#app/platform/imports/index.server.ts'
import { opensProgress } from '#app/platform/imports/wizard.progress-key.server.ts'
import { openBatch } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const batchId = requireId(args.params.batchId)
  const key = new URL(args.request.url).searchParams.get('key')
  // A job of this process is answered from memory: its transaction may hold the only connection.
  const isOpen = isRunningHere(batchId) && opensProgress(batchId, key, Date.now())
  if (!isOpen) await openBatch(args)
  const progress = requireFound(await batchProgress(batchId))
  return Response.json(progress)
}
