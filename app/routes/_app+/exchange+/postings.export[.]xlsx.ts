/** Postings under their filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { postingFilterOf } from '#app/modules/exchange/postings/posting.view.server.ts'
import { postingList } from '#app/modules/exchange/postings/posting-list.ts'
import { postingsSheet } from '#app/modules/exchange/postings/postings.sheet.server.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openExchangeList } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words, orgId } = await openExchangeList(request)
  const filter = postingFilterOf(params, orgId, today)
  return sendList(db, actor, postingList, postingsSheet(db, actor, filter, today, words))
}
