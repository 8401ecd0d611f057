/** Rounds as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { roundsSheet } from '#app/modules/exchange/rounds/round.sheets.server.ts'
import { roundList } from '#app/modules/exchange/rounds/round-list.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openExchange } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openExchange(request)
  return sendList(db, actor, roundList, roundsSheet(db, actor, words))
}
