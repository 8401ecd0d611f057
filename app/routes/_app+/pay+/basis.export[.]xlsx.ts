/** Which items count, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { basisSheet } from '#app/modules/pay/basis.view.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openBasis } from './basis-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, place, year, words } = await openBasis(request)
  return sendSheet(basisSheet(db, { place: requireFound(place), year }, words))
}
