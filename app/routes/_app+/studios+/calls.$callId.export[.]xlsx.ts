/** The applications of a call as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { applicationsSheet } from '#app/modules/studios/calls/calls.sheets.server.ts'
import { can } from '#app/platform/access/actor.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openCallPage } from './studios-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, call, today, words } = await openCallPage(args)
  const runs = can(actor, 'studios:call', call)
  return sendSheet(applicationsSheet(db, actor, { call, runs, today }, words))
}
