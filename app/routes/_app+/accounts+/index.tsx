/** The accounts of the reader's scope. */

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { listAccounts } from '#app/platform/auth/accounts.queries.server.ts'
import { AccountList } from '#app/platform/auth/ui/account-list.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { openAccountList } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, filter, isPlaceUnknown } = await openAccountList(request)
  const page = await listAccounts(db, actor, filter, decodeKeyset(params.get('cursor'), ['username']))
  const saved = await savedFiltersOf(request, 'accounts')
  const mayCreate = canSomewhere(actor, 'account:manage')
  return withRowsOnce({ ...page, isPlaceUnknown, mayCreate, saved }, context)
}

export default function Accounts() {
  const view = useLoaderData<typeof loader>()
  return <AccountList {...view} rows={view.rows} organisations={useOrganisationSuggestions()} />
}
