/** The list in the order of the national basic table; posted with a reason, with whole identity numbers. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { revealForm } from '#app/modules/registry/forms.ts'
import { nationalSheet } from '#app/modules/registry/national.sheets.server.ts'
import { countForExport } from '#app/modules/registry/roster.queries.server.ts'
import { recordExport } from '#app/modules/registry/staff-export.server.ts'
import { readForm } from '#app/platform/forms/read-form.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openStaffExport } from './staff-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, locale, filter, query } = await openStaffExport(request)
  const rows = await countForExport(db, actor, filter)
  await recordExport(db, actor, { sheet: 'national', rows, filter: query, asOf: filter.asOf })
  return sendSheet(nationalSheet(db, actor, filter, { locale, inFull: false }))
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, locale, filter, query } = await openStaffExport(request, 'identity:reveal')
  const read = readForm(await request.formData(), revealForm)
  if (!read.ok) return redirect(`/staff/national?${new URLSearchParams(`${query}&refused=reason`)}`)
  const { reason } = read.value
  const rows = await countForExport(db, actor, filter)
  const taken = { sheet: 'national', rows, filter: query, asOf: filter.asOf } as const
  await recordExport(db, actor, { ...taken, withIdNumbers: true, reason })
  return sendSheet(nationalSheet(db, actor, filter, { locale, inFull: true }))
}
