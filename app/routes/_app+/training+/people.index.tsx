/** Who stands how in a year of training. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { outlookFilterOf, outlookListView } from '#app/modules/training/overview/outlook-list.view.server.ts'
import { outlookList } from '#app/modules/training/ui/lists.ts'
import { OutlookList } from '#app/modules/training/ui/outlook-list.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openEntryList } from './training-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.outlooks')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, words, orgId, today, ...asked } = await openEntryList(request)
  const filter = outlookFilterOf(params, orgId, today)
  const view = await outlookListView(db, actor, { ...asked, params, filter }, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, outlookList.key) }, context)
}

export default function Outlooks() {
  return <OutlookList view={useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
