/** Asks, then takes a grant away. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { organisationsBelow } from '#app/platform/auth/accounts.queries.server.ts'
import { revokeGrant } from '#app/platform/auth/grants.commands.server.ts'
import { ConfirmPage } from '#app/platform/auth/ui/account-pages.tsx'
import { roleName } from '#app/platform/auth/ui/role-words.ts'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openManagedAccount, refuseAct } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.revoke')

async function openGrant(args: LoaderFunctionArgs) {
  const opened = await openManagedAccount(args)
  const grant = requireFound(opened.account.grants.find(({ id }) => id === args.params.grantId))
  return { ...opened, grant }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, account, grant } = await openGrant(args)
  return { account, grant, count: await organisationsBelow(db, grant.organisationId) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account, grant } = await openGrant(args)
  const form = await args.request.formData()
  const done = await revokeGrant(db, actor, account.id, grant.id, { formKey: formKeyOf(form) })
  if (!done.ok) return refuseAct(form, done.reason)
  return redirectWithToast(`/accounts/${account.id}`, 'account.revoked')
}

export default function RevokeGrant() {
  const t = useT()
  const { account, grant, count } = useLoaderData<typeof loader>()
  const left = account.grants.length - 1
  const words = { role: roleName(grant.role, t), place: grant.organisationName, count, left }
  return (
    <ConfirmPage
      account={account}
      title={t('account.revoke_title', { name: account.displayName })}
      consequence={t('account.revoke_consequence', words)}
      submitLabel={t('account.revoke')}
      reply={useActionData<typeof action>()}
    />
  )
}
