/** Rounds within reach. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { roundListView } from '#app/modules/exchange/rounds/round.view.server.ts'
import { Rounds } from '#app/modules/exchange/rounds/rounds.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'round.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, words } = await openExchange(request)
  return { ...(await roundListView(db, actor, words)), saved: await savedFiltersOf(request, 'rounds') }
}

export default function RoundsRoute() {
  return <Rounds view={useLoaderData<typeof loader>()} />
}
