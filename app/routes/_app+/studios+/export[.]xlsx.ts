/** Studios as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { studioFilterOf } from '#app/modules/studios/studios/studio.view.server.ts'
import { studioList } from '#app/modules/studios/studios/studio-list.ts'
import { studiosSheet } from '#app/modules/studios/studios/studios.sheet.server.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words } = await openStudios(request)
  return sendList(db, actor, studioList, studiosSheet(db, actor, studioFilterOf(params), today, words))
}
