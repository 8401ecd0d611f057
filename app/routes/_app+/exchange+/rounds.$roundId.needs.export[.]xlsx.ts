/** The posts of a round as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { needsSheet } from '#app/modules/exchange/rounds/round.sheets.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openRoundPage } from './round-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, words } = await openRoundPage(args)
  return sendSheet(needsSheet(db, actor, round, words))
}
