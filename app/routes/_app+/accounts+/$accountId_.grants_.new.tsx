/** Gives an account a role at an organisation. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { organisationText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { giveGrantView, refusalOf } from '#app/platform/auth/account-forms.server.ts'
import { rolesToGive } from '#app/platform/auth/accounts.queries.server.ts'
import { giveGrantForm } from '#app/platform/auth/forms.ts'
import { giveGrant } from '#app/platform/auth/grants.commands.server.ts'
import '#app/platform/auth/ui/words.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openManagedAccount } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.give')

async function open(args: LoaderFunctionArgs) {
  const opened = await openManagedAccount(args)
  const { db, actor, account, words } = opened
  const own = await db.organisation.findUnique({ where: { id: account.organisationId } })
  const view = giveGrantView(account, own ? organisationText(own) : '', rolesToGive(actor), words)
  return { ...opened, view }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, view } = await open(args)
  return withDraft(db, actor.accountId, args.request, view)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: giveGrantForm, view, words },
    commit: async (value) => {
      const done = await giveGrant(db, actor, account.id, value)
      if (!done.ok) return refusalOf(done.reason)
      const { id, displayName: name } = account
      return { ok: true, answer: await redirectWithToast(`/accounts/${id}`, 'account.given', { name }) }
    },
  })
}

export default function GiveGrant() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
