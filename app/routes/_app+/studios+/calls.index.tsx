/** Calls for leaders of studios. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { callListView } from '#app/modules/studios/calls/call.view.server.ts'
import { Calls } from '#app/modules/studios/calls/calls-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'call.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, today, words } = await openStudios(request)
  const view = await callListView(db, actor, today, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'studio-calls') }, context)
}

export default function CallsRoute() {
  return <Calls view={useLoaderData<typeof loader>()} />
}
