/** Who stands how, under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { outlookFilterOf, outlookSheet } from '#app/modules/training/overview/outlook-list.view.server.ts'
import { outlookList } from '#app/modules/training/ui/lists.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openEntryList } from './training-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, words, orgId, today } = await openEntryList(request)
  const filter = outlookFilterOf(params, orgId, today)
  return sendList(db, actor, outlookList, outlookSheet(db, actor, filter, words))
}
