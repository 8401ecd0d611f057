/** What the people behind a county's figure are asked for: only by who may look at people's pay of that county. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { canReadRows } from '#app/modules/pay/access.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openPay, yearIn } from './pay-page.server.ts'

export async function openRows({ request, params: { countyId } }: LoaderFunctionArgs) {
  const opened = await openPay(request, 'pay:rows')
  const counties = await countiesFor(opened.db, opened.actor)
  const county = requireFound(counties.find((one) => one.id === countyId && canReadRows(opened.actor, one)))
  return {
    ...opened,
    asked: { county, year: yearIn(opened.params) ?? Number(opened.today.slice(0, 4)), params: opened.params },
  }
}
