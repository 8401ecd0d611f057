/** The overview as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { overviewSheet } from '#app/modules/training/overview/overview.view.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openOverview } from './overview-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, found, view, words } = await openOverview(request)
  const place = requireFound(found)
  return sendSheet(overviewSheet(db, { place, year: requireFound(view).year }, words))
}
