/** Days of researchers at the reader's school as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { logsSheet } from '#app/modules/studios/researchers/logs.view.server.ts'
import { hostedLogs } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openStudios(request, 'studios:host')
  return sendSheet(logsSheet(await hostedLogs(db, actor), words))
}
