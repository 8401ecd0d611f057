/** The volunteers of a round as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { volunteersSheet } from '#app/modules/exchange/volunteering/volunteers.sheet.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openRoundPage } from './round-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, words } = await openRoundPage(args)
  return sendSheet(volunteersSheet(db, actor, round, words))
}
