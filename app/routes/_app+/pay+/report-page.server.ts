/** What the pages of one report ask first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findReport } from '#app/modules/pay/reports/reports.queries.server.ts'
import { can } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openPay } from './pay-page.server.ts'

/** The report that the address names; not found where the reader's roles do not reach its county. */
export async function openReport({ request, params }: LoaderFunctionArgs, action: Action = 'pay:read') {
  const opened = await openPay(request, action)
  const found = requireFound(await findReport(opened.db, opened.actor, params.reportId))
  const maySet = can(opened.actor, 'pay:set', found.county)
  requireFound(action === 'pay:read' || can(opened.actor, action, found.county) || null)
  return { ...opened, found, maySet }
}
