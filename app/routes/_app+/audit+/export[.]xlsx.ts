/** The audit trail under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { trailSheet } from '#app/platform/audit/trail.sheets.server.ts'
import { trailList } from '#app/platform/audit/ui/trail-list-spec.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openTrailList } from './audit-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, filter } = await openTrailList(request)
  return sendList(db, actor, trailList, trailSheet(db, actor, filter, translator(localeOf(request))))
}
