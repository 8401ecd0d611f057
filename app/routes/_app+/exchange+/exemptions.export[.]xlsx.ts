/** Exemptions under their filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { exemptionsSheet } from '#app/modules/exchange/exemptions.sheets.server.ts'
import { exemptionFilterOf } from '#app/modules/exchange/ui/exemption-pages.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { openExchangeList } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words, orgId } = await openExchangeList(request)
  return sendSheet(exemptionsSheet(db, actor, exemptionFilterOf(params, orgId), today, words))
}
