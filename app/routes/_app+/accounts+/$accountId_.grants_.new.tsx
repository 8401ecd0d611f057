/** Gives an account a role at an organisation. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { organisationOfText, organisationText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { rolesToGive } from '#app/platform/auth/accounts.queries.server.ts'
import { giveGrantForm } from '#app/platform/auth/forms.ts'
import { giveGrant } from '#app/platform/auth/grants.commands.server.ts'
import { GiveGrantForm } from '#app/platform/auth/ui/account-forms.tsx'
import { AccountPageHeader } from '#app/platform/auth/ui/account-pages.tsx'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { readForm, refusal, refuseForm } from '#app/platform/http/form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openManagedAccount, refuseAct } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.give')

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, account } = await openManagedAccount(args)
  const own = await db.organisation.findUnique({ where: { id: account.organisationId } })
  return { account, place: own ? organisationText(own) : '', roles: rolesToGive(actor) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account } = await openManagedAccount(args)
  const form = await args.request.formData()
  const read = readForm(form, giveGrantForm)
  if (!read.ok) return refuseForm(read.reply)
  const { place, ...wish } = read.value
  const organisationId = await organisationOfText(db, actor, place)
  if (!organisationId) return refuseForm(refusal(form, 'account.place_unknown', 'place'))
  const done = await giveGrant(db, actor, account.id, { ...wish, organisationId })
  if (!done.ok) return refuseAct(form, done.reason)
  return redirectWithToast(`/accounts/${account.id}`, 'account.given', { name: account.displayName })
}

export default function GiveGrant() {
  const t = useT()
  const { account, place, roles } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const organisations = useOrganisationSuggestions()
  const title = t('account.give_title', { name: account.displayName })
  return (
    <>
      <AccountPageHeader title={title} account={account} />
      <GiveGrantForm accountId={account.id} {...{ place, roles, reply, organisations }} />
    </>
  )
}
