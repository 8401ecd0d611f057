/** A new account; its one-time password is shown in the answer, and never again. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { organisationText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { newAccountView, refusalOf } from '#app/platform/auth/account-forms.server.ts'
import { createAccount } from '#app/platform/auth/accounts.commands.server.ts'
import { rolesToGive } from '#app/platform/auth/accounts.queries.server.ts'
import { newAccountForm } from '#app/platform/auth/forms.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { AccountPageHeader, CreatedAccount } from '#app/platform/auth/ui/account-pages.tsx'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { database } from '#app/platform/database/client.server.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { requireCan, wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.new')

async function open(request: Request) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'account:manage'))
  const { db } = await database()
  const words = wordsOf(request)
  const own = await db.organisation.findUnique({ where: { id: actor.organisationId } })
  const view = newAccountView(own ? organisationText(own) : '', rolesToGive(actor), words)
  return { db, actor, words, view }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, view } = await open(request)
  return withDraft(db, actor.accountId, request, view)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: newAccountForm, view, words },
    commit: async ({ role, staffNumber, ...wish }) => {
      const account = { ...wish, role: role || null, staffNumber: staffNumber ?? '' }
      const done = await createAccount(db, actor, account)
      if (!done.ok) return refusalOf(done.reason)
      const { accountId, password } = done
      return { ok: true, answer: { created: { accountId, username: wish.username, password } } }
    },
  })
}

type Answer = ActReply | { created: { accountId: string; username: string; password: string } }

export default function NewAccount() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  if (!answer || !('created' in answer)) return <FormPage view={view} reply={answer} />
  return (
    <>
      <AccountPageHeader title={t('account.new')} />
      <CreatedAccount {...answer.created} />
    </>
  )
}
