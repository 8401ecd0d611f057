/** A batch without a page of it: goes to where the batch stands. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { openBatch, redirectToCurrent } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { batch } = await openBatch(args)
  return redirectToCurrent(batch)
}
