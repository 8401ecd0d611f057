/** Calls as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { callList } from '#app/modules/studios/calls/call-list.ts'
import { callsSheet } from '#app/modules/studios/calls/calls.sheets.server.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, today, words } = await openStudios(request)
  return sendList(db, actor, callList, callsSheet(db, actor, today, words))
}
