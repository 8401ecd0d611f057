/** One organisation. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { childrenOf } from '#app/modules/registry/organisations.queries.server.ts'
import { OrganisationRecord } from '#app/modules/registry/ui/organisation-record.tsx'
import { organisationView, SHOWN_BELOW } from '#app/modules/registry/ui/organisation-view.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOrganisation } from './organisation-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'orgs.title', data?.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, db, words, record, day } = await openOrganisation(request, params.organisationId)
  const below = await childrenOf(db, actor, record.id, SHOWN_BELOW)
  return organisationView(record, below, actor, day, words)
}

export default function Organisation() {
  return <OrganisationRecord view={useLoaderData<typeof loader>()} />
}
