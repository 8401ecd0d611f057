/** The list of accounts under its filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { accountsSheet } from '#app/platform/auth/accounts.sheets.server.ts'
import { accountList } from '#app/platform/auth/ui/account-list-spec.ts'
import { localeOf } from '#app/platform/http/respond.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openAccountList } from './account-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, filter } = await openAccountList(request)
  return sendList(db, actor, accountList, accountsSheet(db, actor, filter, translator(localeOf(request))))
}
