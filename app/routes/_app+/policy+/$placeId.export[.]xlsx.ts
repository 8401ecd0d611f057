/** The settings of a place as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { settingsSheet } from '#app/platform/policy/settings.sheets.server.ts'
import { openPolicyPlace } from './policy-page.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, place, day, words } = await openPolicyPlace(request, params.placeId)
  return sendSheet(settingsSheet(db, place, day, words))
}
