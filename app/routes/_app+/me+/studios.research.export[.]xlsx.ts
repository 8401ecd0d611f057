/** One's own days at schools as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { logsSheet } from '#app/modules/studios/researchers/logs.view.server.ts'
import { logsOf } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openOwnResearch } from './own-research.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, researcher, words } = await openOwnResearch(request)
  return sendSheet(logsSheet(await logsOf(db, researcher.id), words))
}
