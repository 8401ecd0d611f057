/** A picture of the overview, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { overviewPlace } from '#app/modules/training/overview/overview.queries.server.ts'
import { OVERVIEW_CHARTS, overviewChart } from '#app/modules/training/overview/overview.view.server.ts'
import { yearIn } from '#app/modules/training/year-in.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openEntryList } from './training-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, orgId, isPlaceUnknown, params, today, words } = await openEntryList(request)
  const place = requireFound(isPlaceUnknown ? null : await overviewPlace(db, actor, orgId))
  const key = OVERVIEW_CHARTS.find((one) => one === params.get('of')) ?? 'below'
  const year = yearIn(params) ?? Number(today.slice(0, 4))
  const { chart, size } = await overviewChart(db, key, { place, year, words })
  return sendChart(request, chart, size)
}
