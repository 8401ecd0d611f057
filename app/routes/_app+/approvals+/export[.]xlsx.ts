/** What waits for the reader, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { readingOf } from '#app/composition/reading.server.ts'
import { inboxSheet } from '#app/platform/approvals/inbox.view.server.ts'
import { inboxList } from '#app/platform/approvals/ui/inbox-list-spec.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, day, ...words } = await readingOf(request)
  return sendList(db, actor, inboxList, inboxSheet(db, actor, day, words))
}
