/** The list of organisations 机构. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { organisationListView } from '#app/modules/registry/ui/organisation-list.server.ts'
import { OrganisationList } from '#app/modules/registry/ui/organisation-list.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openOrganisations } from './organisation-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orgs.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, db, words, params } = await openOrganisations(request)
  return organisationListView(db, actor, params, words)
}

export default function Organisations() {
  return <OrganisationList view={useLoaderData<typeof loader>()} />
}
