/** The subjects of a round as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { subjectsSheet } from '#app/modules/exchange/rounds/round.sheets.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openSubjects } from './subjects-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { table, words } = await openSubjects(args)
  return sendSheet(subjectsSheet(table, words))
}
