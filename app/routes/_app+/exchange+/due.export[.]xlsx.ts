/** The due list under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { dueSheet } from '#app/modules/exchange/due.sheets.server.ts'
import { dueFilterOf } from '#app/modules/exchange/due-filter.ts'
import { dueList } from '#app/modules/exchange/ui/lists.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openExchangeList } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words, orgId } = await openExchangeList(request)
  return sendList(db, actor, dueList, dueSheet(db, actor, dueFilterOf(params, today, orgId), words))
}
