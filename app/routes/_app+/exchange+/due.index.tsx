/** Who is due for exchange in a school year. */

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { dueFilterOf } from '#app/modules/exchange/due-filter.ts'
import { dueListView } from '#app/modules/exchange/ui/due-list.server.ts'
import { DueList } from '#app/modules/exchange/ui/due-list.tsx'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openExchangeList } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'due.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, today, words, ...asked } = await openExchangeList(request)
  const filter = dueFilterOf(params, today, asked.orgId)
  const view = await dueListView(db, actor, { ...asked, filter }, today, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'due') }, context)
}

export default function Due() {
  return <DueList view={useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
