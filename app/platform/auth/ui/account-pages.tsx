// Frames of the pages below an account: the way back, the question before an act, the password shown once.
import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { summaryOf } from '#app/platform/forms/form-reply.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useT } from './words.tsx'

type Named = { id: string; displayName: string }

/** Head of a page below the list, or below an account. */
export function AccountPageHeader({ title, account }: { title: string; account?: Named }) {
  const t = useT()
  const crumbs = [{ href: '/accounts', label: t('account.title') }]
  if (account) crumbs.push({ href: `/accounts/${account.id}`, label: account.displayName })
  return <PageHeader trail={<Breadcrumbs label={t('account.trail')} crumbs={crumbs} />} title={title} />
}

interface ConfirmPageProps {
  account: Named
  title: string
  consequence: string
  submitLabel: string
  reply: FormReply | undefined
}

/** Asks before an act on an account, with what it brings about in numbers. */
export function ConfirmPage({ account, title, consequence, submitLabel, reply }: ConfirmPageProps) {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  return (
    <>
      <AccountPageHeader title={title} account={account} />
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <ConfirmPanel
        consequence={consequence}
        cancelLabel={t('app.cancel')}
        cancelHref={`/accounts/${account.id}`}
      >
        <Form method="post" id="form">
          <FormKey />
          <Button variant="danger" pending={pending} pendingLabel={t('account.working')}>
            {submitLabel}
          </Button>
        </Form>
      </ConfirmPanel>
    </>
  )
}

interface OneTimePasswordProps {
  word: string
  username: string
  password: string
  children: ReactNode
}

/** The one time a password can be read. `children` are the ways on. */
export function OneTimePassword({ word, username, password, children }: OneTimePasswordProps) {
  const t = useT()
  return (
    <div className="flex max-w-form flex-col gap-6">
      <Notice tone="success" word={word}>
        {t('account.password_next')}
      </Notice>
      <FactList
        facts={[
          { term: t('account.username'), value: <code className="font-mono select-all">{username}</code> },
          {
            term: t('auth.password'),
            value: <code className="font-mono text-lg break-all select-all">{password}</code>,
            note: t('account.password_once'),
          },
        ]}
      />
      <ButtonRow>{children}</ButtonRow>
    </div>
  )
}

/** The way to an account, and to the next one. */
export function CreatedAccount({
  accountId,
  username,
  password,
}: { accountId: string } & Pick<OneTimePasswordProps, 'username' | 'password'>) {
  const t = useT()
  return (
    <OneTimePassword word={t('account.created_title')} username={username} password={password}>
      <LinkButton href={`/accounts/${accountId}`} variant="primary">
        {t('account.open')}
      </LinkButton>
      <LinkButton href="/accounts/new">{t('account.another')}</LinkButton>
    </OneTimePassword>
  )
}
