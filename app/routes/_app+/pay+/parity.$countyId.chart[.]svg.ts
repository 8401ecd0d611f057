/** The trend of one county, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { countyTrend } from '#app/modules/pay/parity.view.server.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openParity } from './pay-page.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, counties, years, today, words } = await openParity(request)
  const county = requireFound(counties.find(({ id }) => id === params.countyId))
  const { chart, size } = await countyTrend(db, county, years, today, words)
  return sendChart(request, chart, size)
}
