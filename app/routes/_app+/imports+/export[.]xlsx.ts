/** The list of imports as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { batchesSheet } from '#app/modules/registry/import/wizard.sheets.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan } from '#app/platform/http/respond.server.ts'
import { sendWorkbook } from '#app/platform/http/workbook.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'staff:import'))
  const { db } = await database()
  const locale = localeOf(request)
  return sendWorkbook(translator(locale)('imports.title'), (out) => batchesSheet(db, actor, locale, out))
}
