/** The list of imports as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { isFor } from '#app/composition/reading.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan } from '#app/platform/http/respond.server.ts'
import { sendWorkbook } from '#app/platform/http/workbook.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { batchesSheet } from '#app/platform/imports/wizard.sheets.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(isFor(actor, 'importer'))
  const { db } = await database()
  const locale = localeOf(request)
  return sendWorkbook(translator(locale)('imports.title'), (out) => batchesSheet(db, actor, locale, out))
}
