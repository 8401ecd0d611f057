/** Targets and forecast as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { schoolYearIn } from '#app/modules/exchange/due-filter.ts'
import { targetsSheet } from '#app/modules/exchange/targets.sheets.server.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openExchange } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words } = await openExchange(request)
  return sendSheet(targetsSheet(db, actor, schoolYearIn(params, today, schoolYearOf(today)), words))
}
