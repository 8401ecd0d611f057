/** What the pages of one posting ask first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPosting } from '#app/modules/exchange/postings/postings.queries.server.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { openExchange } from './exchange-page.server.ts'

export async function openPosting({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.postingId)
  const opened = await openExchange(request, action)
  return { ...opened, posting: requireFound(await findPosting(opened.db, opened.actor, id)) }
}
