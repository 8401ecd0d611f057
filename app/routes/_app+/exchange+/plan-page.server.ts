/** What the pages of plans ask first: the whole county's exchange must be the reader's to read. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { canReadPlans, findPlan } from '#app/modules/exchange/plans/plans.queries.server.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { openRoundPage } from './round-page.server.ts'

export async function openPlans(args: LoaderFunctionArgs, action?: Action) {
  const opened = await openRoundPage(args, action)
  requireFound(canReadPlans(opened.actor, opened.round) || null)
  return opened
}

export async function openPlan(args: LoaderFunctionArgs, action?: Action) {
  const id = requireId(args.params.planId)
  const opened = await openPlans(args, action)
  return { ...opened, plan: requireFound(await findPlan(opened.db, opened.round, id)) }
}
