/** The list of accounts under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { accountsSheet } from '#app/platform/auth/accounts.sheets.server.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { openAccountList } from './account-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, filter } = await openAccountList(request)
  return sendSheet(accountsSheet(db, actor, filter, translator(localeOf(request))))
}
