/** Every benchmark as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { benchmarkSheet } from '#app/modules/pay/benchmarks.view.server.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openPay } from './pay-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openPay(request)
  return sendSheet(benchmarkSheet(db, await countiesFor(db, actor), words))
}
