/** Visits as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { visitList } from '#app/modules/studios/activities/visit-list.ts'
import { visitsSheet } from '#app/modules/studios/activities/visits.view.server.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openStudios(request, 'studios:host')
  return sendList(db, actor, visitList, visitsSheet(db, actor, words))
}
