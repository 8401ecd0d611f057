/** What every page of one batch begins with: who asks, and the batch, if it is within their reach. */
import { redirect } from '@remix-run/node'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import type { BatchState, BatchView } from '#app/platform/imports/batch.ts'
import { getBatch } from '#app/platform/imports/index.server.ts'
import { openAt } from '#app/platform/imports/ui/states.ts'

type BatchArgs = { request: Request; params: { batchId?: string } }

/** "Not there" and "not yours" are the same 404. */
export async function openBatch({ request, params }: BatchArgs) {
  const actor = await requireActor(request)
  const { db } = await database()
  const batch = requireFound(await getBatch(db, actor, requireId(params.batchId)))
  return { actor, db, batch, locale: localeOf(request) }
}

/** Like openBatch, for a page that only means something in some states: in others it leads to the page that does. */
export async function openBatchIn(args: BatchArgs, states: readonly BatchState[]) {
  const opened = await openBatch(args)
  if (!states.includes(opened.batch.state)) throw redirectToCurrent(opened.batch)
  return opened
}

export function redirectToCurrent(batch: BatchView) {
  return redirect(openAt(batch))
}
