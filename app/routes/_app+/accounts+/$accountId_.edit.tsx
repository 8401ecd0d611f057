/** Renames an account's holder, and links the account to a staff record. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeAccount } from '#app/platform/auth/accounts.commands.server.ts'
import { changeAccountForm } from '#app/platform/auth/forms.ts'
import { EditAccountForm } from '#app/platform/auth/ui/account-forms.tsx'
import { AccountPageHeader } from '#app/platform/auth/ui/account-pages.tsx'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { readForm, refuseForm } from '#app/platform/http/form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openManagedAccount, refuseAct } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.edit_title')

export async function loader(args: LoaderFunctionArgs) {
  return { account: (await openManagedAccount(args)).account }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account } = await openManagedAccount(args)
  const form = await args.request.formData()
  const read = readForm(form, changeAccountForm)
  if (!read.ok) return refuseForm(read.reply)
  const done = await changeAccount(db, actor, account.id, read.value)
  if (!done.ok) return refuseAct(form, done.reason)
  return redirectWithToast(`/accounts/${account.id}`, 'account.changed', { username: account.username })
}

export default function EditAccount() {
  const t = useT()
  const { account } = useLoaderData<typeof loader>()
  return (
    <>
      <AccountPageHeader title={t('account.edit_title')} account={account} />
      <EditAccountForm account={account} reply={useActionData<typeof action>()} />
    </>
  )
}
