/** The accounts of the reader's scope. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { listAccounts } from '#app/platform/auth/accounts.queries.server.ts'
import { AccountList } from '#app/platform/auth/ui/account-list.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openAccountList } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, params, filter, isPlaceUnknown } = await openAccountList(request)
  const after = params.get('after') ?? undefined
  const before = params.get('before') ?? undefined
  const page = await listAccounts(db, actor, filter, { after, before })
  return { ...page, isPlaceUnknown, mayCreate: canSomewhere(actor, 'account:manage') }
}

export default function Accounts() {
  return <AccountList {...useLoaderData<typeof loader>()} organisations={useOrganisationSuggestions()} />
}
