/** The sender's own sheet, reduced to the rows that were not taken, with the reason in front of each. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendWorkbook } from '#app/platform/http/workbook.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { rejectedSheet } from '#app/platform/imports/index.server.ts'
import { checkedStates } from '#app/platform/imports/ui/states.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, batch, locale } = await openBatchIn(args, checkedStates)
  const name = translator(locale)('imports.rejected_file', { file: batch.fileName.replace(/\.[^.]*$/, '') })
  return sendWorkbook(name, (out) => rejectedSheet(db, actor, batch.id, locale, out))
}
