/** Postings within reach, sent or received. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { postingFilterOf, postingListView } from '#app/modules/exchange/postings/posting.view.server.ts'
import { Postings } from '#app/modules/exchange/postings/posting-pages.tsx'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openExchangeList } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'posting.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, today, words, ...asked } = await openExchangeList(request)
  const filter = postingFilterOf(asked.params, asked.orgId, today)
  const view = await postingListView(db, actor, { ...asked, filter }, today, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'postings') }, context)
}

export default function PostingsRoute() {
  return <Postings view={useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
