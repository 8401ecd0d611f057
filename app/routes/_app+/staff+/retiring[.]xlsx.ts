/** All who retire soon or are past the day, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { retiringSheet } from '#app/modules/registry/retiring.sheets.server.ts'
import { recordExport } from '#app/modules/registry/staff-export.server.ts'
import { listRetiring } from '#app/modules/registry/waiting.queries.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openStaff } from './staff-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openStaff(request, 'staff:export')
  const lists = await listRetiring(db, actor, today(), null, 'staff:export')
  const rows = lists.soon.people.length + lists.overdue.people.length
  await recordExport(db, actor, { sheet: 'retiring', rows, filter: '', asOf: null })
  return sendSheet(retiringSheet(lists, words.t))
}
