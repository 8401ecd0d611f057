/** The staff list under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { countForExport } from '#app/modules/registry/roster.queries.server.ts'
import { rosterSheet } from '#app/modules/registry/roster.sheets.server.ts'
import { recordExport } from '#app/modules/registry/staff-export.server.ts'
import { staffList } from '#app/modules/registry/ui/lists.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openStaffExport } from './staff-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, locale, filter, query } = await openStaffExport(request)
  const rows = await countForExport(db, actor, filter)
  await recordExport(db, actor, { sheet: 'list', rows, filter: query, asOf: filter.asOf })
  return sendList(db, actor, staffList, rosterSheet(db, actor, filter, locale))
}
