/** What studios ask of the reader's school, plan there, and held there. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { visitListView } from '#app/modules/studios/activities/visits.view.server.ts'
import { Visits } from '#app/modules/studios/activities/visits-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'visit.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, words } = await openStudios(request, 'studios:host')
  const view = await visitListView(db, actor, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'studio-visits') }, context)
}

export default function VisitsRoute() {
  return <Visits view={useLoaderData<typeof loader>()} />
}
