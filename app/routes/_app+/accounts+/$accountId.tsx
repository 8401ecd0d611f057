/** One account; posting lets a disabled one in again. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { enableAccount } from '#app/platform/auth/accounts.commands.server.ts'
import { AccountRecord } from '#app/platform/auth/ui/account-record.tsx'
import { redirectWithToast, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openAccount, openManagedAccount } from './account-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'account.title', data?.account.displayName)

export async function loader(args: LoaderFunctionArgs) {
  const { actor, account } = await openAccount(args)
  return { account, mayReadTrail: canSomewhere(actor, 'audit:read') }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account } = await openManagedAccount(args)
  const form = await args.request.formData()
  const done = await enableAccount(db, actor, account.id, { formKey: formKeyOf(form) })
  requireCan(done.ok)
  return redirectWithToast(`/accounts/${account.id}`, 'account.enabled', { username: account.username })
}

export default function Account() {
  return <AccountRecord {...useLoaderData<typeof loader>()} />
}
