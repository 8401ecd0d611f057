/** The hours of one's own cycle, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { standingOf } from '#app/modules/training/hours.queries.server.ts'
import { CHART_SIZE, cycleChart } from '#app/modules/training/hours.view.server.ts'
import { yearIn } from '#app/modules/training/year-in.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openOwnHours } from './own-hours-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, params, today, words } = await openOwnHours(request)
  const standing = requireFound(await standingOf(db, personId, today, yearIn(params)))
  return sendChart(request, cycleChart(standing, words), CHART_SIZE)
}
