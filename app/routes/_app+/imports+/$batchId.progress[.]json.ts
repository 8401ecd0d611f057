/** How far the work on a batch has come, for the page that asks every second. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { batchProgress } from '#app/modules/registry/import/index.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openBatch } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch } = await openBatch(args)
  const progress = requireFound(await batchProgress(batch.id))
  return Response.json(progress, { headers: { 'Cache-Control': 'no-store' } })
}
