/** The staff list under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { countForExport } from '#app/modules/registry/roster.queries.server.ts'
import { rosterSheet } from '#app/modules/registry/roster.sheets.server.ts'
import { recordExport } from '#app/modules/registry/staff-export.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openStaffExport } from './staff-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, locale, filter, query } = await openStaffExport(request)
  const rows = await countForExport(db, actor, filter)
  await recordExport(db, actor, { sheet: 'list', rows, filter: query, asOf: filter.asOf })
  return sendSheet(rosterSheet(db, actor, filter, locale))
}
