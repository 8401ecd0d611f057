/** One report as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportSheet } from '#app/modules/pay/reports/report.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openReport } from './report-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { found, words } = await openReport(args)
  return sendSheet(reportSheet(found, words))
}
