/** Asks, then sets a one-time password and shows it once. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { resetAccountPassword } from '#app/platform/auth/accounts.commands.server.ts'
import { AccountPageHeader, ConfirmPage, OneTimePassword } from '#app/platform/auth/ui/account-pages.tsx'
import { useT } from '#app/platform/auth/ui/words.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { openManagedAccount, refuseAct } from './account-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'account.reset')

export async function loader(args: LoaderFunctionArgs) {
  return { account: (await openManagedAccount(args)).account }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, account } = await openManagedAccount(args)
  const form = await args.request.formData()
  const done = await resetAccountPassword(db, actor, account.id, { formKey: formKeyOf(form) })
  return done.ok ? { password: done.password } : refuseAct(form, done.reason)
}

export default function ResetPassword() {
  const t = useT()
  const { account } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, displayName: name, username, openSessions: sessions } = account
  const title = t('account.reset_title', { name })
  if (answer && 'password' in answer)
    return (
      <>
        <AccountPageHeader title={title} account={account} />
        <OneTimePassword word={t('account.password_title')} username={username} password={answer.password}>
          <LinkButton href={`/accounts/${id}`}>{t('account.open')}</LinkButton>
        </OneTimePassword>
      </>
    )
  return (
    <ConfirmPage
      account={account}
      title={title}
      consequence={t('account.reset_consequence', { sessions })}
      submitLabel={t('account.reset')}
      reply={answer}
    />
  )
}
