/** Studios within sight. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { studioFilterOf, studioListView } from '#app/modules/studios/studios/studio.view.server.ts'
import { Studios } from '#app/modules/studios/studios/studios-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openStudios } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'studios.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, today, words } = await openStudios(request)
  const view = await studioListView(db, actor, { filter: studioFilterOf(params), params }, today, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'studios') }, context)
}

export default function StudiosRoute() {
  return <Studios view={useLoaderData<typeof loader>()} />
}
