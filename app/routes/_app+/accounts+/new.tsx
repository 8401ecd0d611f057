/** A new account; its one-time password is shown in the answer, and never again. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { organisationOfText, organisationText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { createAccount } from '#app/platform/auth/accounts.commands.server.ts'
import { rolesToGive } from '#app/platform/auth/accounts.queries.server.ts'
import { newAccountForm } from '#app/platform/auth/forms.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { NewAccountForm } from '#app/platform/auth/ui/account-forms.tsx'
import { AccountPageHeader, CreatedAccount } from '#app/platform/auth/ui/account-pages.tsx'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { database } from '#app/platform/database/client.server.ts'
import { readForm, refusal, refuseForm } from '#app/platform/http/form.server.ts'
import { requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { refuseAct } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.new')

async function open(request: Request) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'account:manage'))
  return { actor, db: (await database()).db }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, db } = await open(request)
  const own = await db.organisation.findUnique({ where: { id: actor.organisationId } })
  return { place: own ? organisationText(own) : '', roles: rolesToGive(actor) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, db } = await open(request)
  const form = await request.formData()
  const read = readForm(form, newAccountForm)
  if (!read.ok) return refuseForm(read.reply)
  const { place, role, ...wish } = read.value
  const organisationId = await organisationOfText(db, actor, place)
  if (!organisationId) return refuseForm(refusal(form, 'account.place_unknown', 'place'))
  const done = await createAccount(db, actor, { ...wish, organisationId, role: role || null })
  if (!done.ok) return refuseAct(form, done.reason)
  return { created: { accountId: done.accountId, username: wish.username, password: done.password } }
}

export default function NewAccount() {
  const t = useT()
  const facts = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const organisations = useOrganisationSuggestions()
  const isDone = answer && 'created' in answer
  return (
    <>
      <AccountPageHeader title={t('account.new')} />
      {isDone ? (
        <CreatedAccount {...answer.created} />
      ) : (
        <NewAccountForm {...facts} reply={answer} organisations={organisations} />
      )}
    </>
  )
}
