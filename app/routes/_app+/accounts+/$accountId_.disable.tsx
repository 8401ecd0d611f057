/** Asks, then bars an account. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { disableAccount } from '#app/platform/auth/accounts.commands.server.ts'
import { ConfirmPage } from '#app/platform/auth/ui/account-pages.tsx'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openManagedAccount, refuseAct } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.disable')

export async function loader(args: LoaderFunctionArgs) {
  return { account: (await openManagedAccount(args)).account }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account } = await openManagedAccount(args)
  const form = await args.request.formData()
  const done = await disableAccount(db, actor, account.id, { formKey: formKeyOf(form) })
  if (!done.ok) return refuseAct(form, done.reason)
  return redirectWithToast(`/accounts/${account.id}`, 'account.disabled', { username: account.username })
}

export default function DisableAccount() {
  const t = useT()
  const { account } = useLoaderData<typeof loader>()
  const { displayName: name, openSessions: sessions, grants } = account
  return (
    <ConfirmPage
      account={account}
      title={t('account.disable_title', { name })}
      consequence={t('account.disable_consequence', { sessions, grants: grants.length })}
      submitLabel={t('account.disable')}
      reply={useActionData<typeof action>()}
    />
  )
}
