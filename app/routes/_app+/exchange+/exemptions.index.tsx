/** Exemptions and deferrals within reach. */

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { ExemptionList } from '#app/modules/exchange/ui/exemption-list.tsx'
import {
  exemptionCursor,
  exemptionFilterOf,
  exemptionListView,
} from '#app/modules/exchange/ui/exemption-pages.server.ts'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openExchangeList } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'exemption.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, today, words, ...asked } = await openExchangeList(request)
  const filter = exemptionFilterOf(params, asked.orgId)
  const cursor = exemptionCursor(params)
  const view = await exemptionListView(db, actor, { ...asked, filter, cursor }, today, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'exemptions') }, context)
}

export default function Exemptions() {
  return <ExemptionList view={useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
