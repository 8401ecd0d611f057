/** What the reader has opened, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { readingOf } from '#app/composition/reading.server.ts'
import { ownCasesSheet } from '#app/platform/approvals/mine.view.server.ts'
import { ownCasesList } from '#app/platform/approvals/ui/own-list-spec.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, day: _, ...words } = await readingOf(request)
  return sendList(db, actor, ownCasesList, ownCasesSheet(db, actor, words))
}
