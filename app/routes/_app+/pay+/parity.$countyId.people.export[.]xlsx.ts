/** The people behind a county's figure, as a workbook without amounts. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { rowsSheet } from '#app/modules/pay/rows/rows.view.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openRows } from './rows-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, asked, words } = await openRows(args)
  return sendSheet(rowsSheet(db, asked, words))
}
