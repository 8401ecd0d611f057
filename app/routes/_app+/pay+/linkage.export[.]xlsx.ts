/** Every linkage clock as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { linkageSheet } from '#app/modules/pay/linkage.view.server.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openPay } from './pay-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, today, words } = await openPay(request)
  return sendSheet(linkageSheet(db, await countiesFor(db, actor), today, words))
}
