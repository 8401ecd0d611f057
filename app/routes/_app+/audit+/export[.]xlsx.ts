/** The audit trail under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { trailSheet } from '#app/platform/audit/trail.sheets.server.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { openTrailList } from './audit-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, filter } = await openTrailList(request)
  return sendSheet(trailSheet(db, actor, filter, translator(localeOf(request))))
}
