/** The hours of somebody's cycle, drawn. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { CHART_SIZE } from '#app/modules/training/hours.view.server.ts'
import { chartOf } from '#app/modules/training/person.view.server.ts'
import { yearIn } from '#app/modules/training/year-in.ts'
import { sendChart } from '#app/platform/charts/draw.server.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { openTraining } from './training-page.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, today, words, params: search } = await openTraining(request)
  const asked = { personId: requireId(params.personId), year: yearIn(search) }
  return sendChart(request, requireFound(await chartOf(db, actor, asked, today, words)), CHART_SIZE)
}
