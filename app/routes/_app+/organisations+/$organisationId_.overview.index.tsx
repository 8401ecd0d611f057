/** The staff of an organisation at a glance. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Overview } from '#app/modules/registry/ui/overview.tsx'
import { overviewView } from '#app/modules/registry/ui/overview-view.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOverview } from './organisation-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'overview.name', data?.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { place, births, day, words } = await openOverview(request, params.organisationId)
  return overviewView(place, births, day, words)
}

export default function OrganisationOverview() {
  return <Overview view={useLoaderData<typeof loader>()} />
}
