/** A researcher's days at schools as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { logsSheet } from '#app/modules/studios/researchers/logs.view.server.ts'
import { logsOf } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openResearcherPage } from './studios-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, researcher, words } = await openResearcherPage(args)
  return sendSheet(logsSheet(await logsOf(db, researcher.id), words))
}
