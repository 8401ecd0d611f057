/** What was reported, under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { entriesSheet } from '#app/modules/training/entries.sheet.server.ts'
import { entryFilterOf } from '#app/modules/training/entry.view.server.ts'
import { entryList } from '#app/modules/training/ui/lists.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openEntryList } from './training-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, words, orgId } = await openEntryList(request)
  return sendList(db, actor, entryList, entriesSheet(db, actor, entryFilterOf(params, orgId), words))
}
