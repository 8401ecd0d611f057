/** Two plans of a round side by side. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { compareView } from '#app/modules/exchange/plans/compare.view.server.ts'
import { ComparePlans } from '#app/modules/exchange/plans/compare-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openPlans } from './plan-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'plan.compare')

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, query, words } = await openPlans(args)
  return compareView(db, actor, round, query, words)
}

export default function ComparePlansRoute() {
  return <ComparePlans view={useLoaderData<typeof loader>()} />
}
