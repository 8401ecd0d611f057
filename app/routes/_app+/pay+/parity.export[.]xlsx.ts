/** The comparison of all years as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { paritySheet } from '#app/modules/pay/parity.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openParity } from './pay-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, counties, years, today, words } = await openParity(request)
  return sendSheet(paritySheet(db, { counties, years, today }, words))
}
