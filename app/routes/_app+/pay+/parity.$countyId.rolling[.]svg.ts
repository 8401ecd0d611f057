/** The last twelve months of one county, drawn month by month. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { ROLLING_SIZE, rollingChart, rollingOf } from '#app/modules/pay/linkage.view.server.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openPay } from './pay-page.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, today, words } = await openPay(request)
  const counties = await countiesFor(db, actor)
  const county = requireFound(counties.find(({ id }) => id === params.countyId))
  return sendChart(request, rollingChart(county, await rollingOf(db, county, today), words), ROLLING_SIZE)
}
