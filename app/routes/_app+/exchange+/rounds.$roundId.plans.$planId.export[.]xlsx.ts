/** A plan as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { planSheet } from '#app/modules/exchange/plans/plan.sheet.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openPlan } from './plan-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, plan, words } = await openPlan(args)
  return sendSheet(planSheet(db, actor, round, plan, words))
}
