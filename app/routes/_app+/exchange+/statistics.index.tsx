/** The statistics of exchange for a school year. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { schoolYearIn } from '#app/modules/exchange/due-filter.ts'
import { statisticsView } from '#app/modules/exchange/statistics/statistics.view.server.ts'
import { Statistics } from '#app/modules/exchange/statistics/statistics-page.tsx'
import { schoolYearOf } from '#app/platform/dates.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statistics.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, today, words } = await openExchange(request)
  return statisticsView(db, actor, schoolYearIn(params, today, schoolYearOf(today)), today, words)
}

export default function StatisticsRoute() {
  return <Statistics view={useLoaderData<typeof loader>()} />
}
