/** A picture of the statistics, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { schoolYearIn } from '#app/modules/exchange/due-filter.ts'
import {
  STATISTICS_CHARTS,
  statisticsChart,
} from '#app/modules/exchange/statistics/statistics.view.server.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import { openExchange } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words } = await openExchange(request)
  const year = schoolYearIn(params, today, schoolYearOf(today))
  const key = STATISTICS_CHARTS.find((one) => one === params.get('of')) ?? 'flows'
  const { chart, size } = await statisticsChart(db, actor, key, year, words)
  return sendChart(request, chart, size)
}
