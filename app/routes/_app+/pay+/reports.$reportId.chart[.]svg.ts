/** The trend that a report keeps, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { REPORT_CHART_SIZE, reportChart } from '#app/modules/pay/reports/report.view.server.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { openReport } from './report-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { found, words } = await openReport(args)
  return sendChart(args.request, reportChart(found, words).chart, REPORT_CHART_SIZE)
}
