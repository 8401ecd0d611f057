/** A picture of the figures, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { FIGURE_CHARTS, figureChart } from '#app/modules/studios/figures/figures.view.server.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { openStudios } from './studios-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const reading = await openStudios(request)
  const key = FIGURE_CHARTS.find((one) => one === reading.params.get('of')) ?? 'months'
  const { chart, size } = await figureChart(reading, key)
  return sendChart(request, chart, size)
}
