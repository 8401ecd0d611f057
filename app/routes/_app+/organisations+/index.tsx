/** The list of organisations 机构. */

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { organisationListView } from '#app/modules/registry/ui/organisation-list.server.ts'
import { OrganisationList } from '#app/modules/registry/ui/organisation-list.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openOrganisations } from './organisation-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orgs.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, db, words, params } = await openOrganisations(request)
  const view = await organisationListView(db, actor, params, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'organisations') }, context)
}

export default function Organisations() {
  return <OrganisationList view={useLoaderData<typeof loader>()} />
}
