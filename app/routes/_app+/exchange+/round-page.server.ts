/** What the pages of one round ask first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findNeed } from '#app/modules/exchange/rounds/needs.queries.server.ts'
import { findRound } from '#app/modules/exchange/rounds/rounds.queries.server.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { openExchange } from './exchange-page.server.ts'

export async function openRoundPage({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.roundId)
  const { params: query, ...opened } = await openExchange(request, action)
  return { ...opened, query, round: requireFound(await findRound(opened.db, opened.actor, id)) }
}

export async function openNeedPage(args: LoaderFunctionArgs, action?: Action) {
  const id = requireId(args.params.needId)
  const opened = await openRoundPage(args, action)
  return { ...opened, need: requireFound(await findNeed(opened.db, opened.actor, opened.round, id)) }
}
