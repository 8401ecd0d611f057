/** The statistics as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { schoolYearIn } from '#app/modules/exchange/due-filter.ts'
import { statisticsSheet } from '#app/modules/exchange/statistics/statistics.view.server.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openExchange } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words } = await openExchange(request)
  return sendSheet(statisticsSheet(db, actor, schoolYearIn(params, today, schoolYearOf(today)), words))
}
