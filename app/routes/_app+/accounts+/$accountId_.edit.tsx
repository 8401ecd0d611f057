/** Renames an account's holder, and links the account to a staff record. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editAccountView, refusalOf } from '#app/platform/auth/account-forms.server.ts'
import { changeAccount } from '#app/platform/auth/accounts.commands.server.ts'
import { changeAccountForm } from '#app/platform/auth/forms.ts'
import '#app/platform/auth/ui/words.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openManagedAccount } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.edit_title')

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, account, words } = await openManagedAccount(args)
  return withDraft(db, actor.accountId, args.request, editAccountView(account, words))
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account, words } = await openManagedAccount(args)
  return runForm(args.request, actor, {
    ...{ spec: changeAccountForm, view: editAccountView(account, words), words },
    commit: async ({ staffNumber, ...wish }) => {
      const done = await changeAccount(db, actor, account.id, { ...wish, staffNumber: staffNumber ?? '' })
      if (!done.ok) return refusalOf(done.reason)
      const { id, username } = account
      return { ok: true, answer: await redirectWithToast(`/accounts/${id}`, 'account.changed', { username }) }
    },
  })
}

export default function EditAccount() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
