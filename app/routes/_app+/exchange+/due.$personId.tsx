/** The decision on one person, with every reason. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nextSchoolYear, schoolYearIn } from '#app/modules/exchange/due-filter.ts'
import { decisionView } from '#app/modules/exchange/ui/due-decision.server.ts'
import { DueDecision } from '#app/modules/exchange/ui/due-decision.tsx'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'due.title', data?.name)

export async function loader({ request, params: { personId } }: LoaderFunctionArgs) {
  const id = requireId(personId)
  const { db, actor, params, today, words } = await openExchange(request)
  const schoolYear = schoolYearIn(params, today, nextSchoolYear(today))
  const asked = { personId: id, schoolYear, path: `/exchange/due/${id}`, today }
  const view = requireFound(await decisionView(db, actor, asked, words))
  return { ...view, listHref: `/exchange/due?year=${schoolYear}` }
}

export default function Decision() {
  const view = useLoaderData<typeof loader>()
  return <DueDecision view={view} listHref={view.listHref} />
}
