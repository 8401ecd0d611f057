/** A chart of the overview, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { OVERVIEW_CHARTS, overviewChart } from '#app/modules/registry/ui/overview-view.server.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openOverview } from './organisation-page.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { place, births, day, words } = await openOverview(request, params.organisationId)
  const key = requireFound(OVERVIEW_CHARTS.find((one) => one === params.chart))
  const { chart, size } = overviewChart(key, place, births, day, words)
  return sendChart(request, chart, size)
}
