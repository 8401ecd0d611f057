/** What a round means for schools, by subject. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { subjectsView } from '#app/modules/exchange/rounds/round.view.server.ts'
import { Subjects } from '#app/modules/exchange/rounds/subjects.tsx'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openSubjects } from './subjects-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'subjects.title')

export async function loader(args: LoaderFunctionArgs) {
  const { round, table, asked, words } = await openSubjects(args)
  return subjectsView(round, table, asked, words)
}

export default function SubjectsRoute() {
  return <Subjects view={useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
