/** Exemptions under their filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { exemptionsSheet } from '#app/modules/exchange/exemptions.sheets.server.ts'
import { exemptionFilterOf } from '#app/modules/exchange/ui/exemption-pages.server.ts'
import { exemptionList } from '#app/modules/exchange/ui/lists.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openExchangeList } from './exchange-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words, orgId } = await openExchangeList(request)
  return sendList(
    db,
    actor,
    exemptionList,
    exemptionsSheet(db, actor, exemptionFilterOf(params, orgId), today, words),
  )
}
