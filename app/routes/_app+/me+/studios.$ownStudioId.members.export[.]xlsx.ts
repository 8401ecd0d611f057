/** The members of one's studio as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { membersSheet } from '#app/modules/studios/members/members.sheet.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openOwnStudio } from './own-studio.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { db, studio, today, words } = await openOwnStudio(args)
  return sendSheet(membersSheet(db, studio, today, words))
}
