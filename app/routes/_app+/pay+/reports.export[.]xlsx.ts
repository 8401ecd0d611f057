/** Every report as a line of a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { reportsSheet } from '#app/modules/pay/reports/report.view.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openPay } from './pay-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openPay(request)
  const maySet = canSomewhere(actor, 'pay:set')
  return sendSheet(reportsSheet(db, await countiesFor(db, actor), maySet, words))
}
