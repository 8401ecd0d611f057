/** Who is on course, behind, or cannot make it any more, of a place and a year. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { Overview } from '#app/modules/training/ui/overview-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openOverview } from './overview-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.overview')

export async function loader({ request }: LoaderFunctionArgs) {
  const { view, place } = await openOverview(request)
  return { view, place }
}

export default function TrainingOverview() {
  return <Overview {...useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
