/** Rounds within reach. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { roundListView } from '#app/modules/exchange/rounds/round.view.server.ts'
import { Rounds } from '#app/modules/exchange/rounds/rounds.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'round.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, words } = await openExchange(request)
  const view = await roundListView(db, actor, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'rounds') }, context)
}

export default function RoundsRoute() {
  return <Rounds view={useLoaderData<typeof loader>()} />
}
