// One account: who it is for, what it holds, what can be done with it.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { formatMoment } from '#app/platform/i18n/format.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { AccountRecord as RecordView } from '../accounts.queries.server.ts'
import { GrantsTable } from './grants-table.tsx'
import { useT } from './words.tsx'

interface AccountRecordProps {
  account: RecordView
  mayReadTrail: boolean
}

export function AccountRecord({ account, mayReadTrail }: AccountRecordProps) {
  const t = useT()
  const isManaged = account.reach === 'manages'
  const path = `/accounts/${account.id}`
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('account.trail')}
            crumbs={[{ href: '/accounts', label: t('account.title') }]}
          />
        }
        title={account.displayName}
        tags={<StateTags account={account} />}
        actions={isManaged && <Acts account={account} path={path} />}
      />
      <ReachNotice reach={account.reach} />
      <Facts account={account} mayReadTrail={mayReadTrail} />
      <Section
        id="grants"
        title={t('account.grants')}
        description={t('account.grants_about')}
        actions={isManaged && <LinkButton href={`${path}/grants/new`}>{t('account.give')}</LinkButton>}
      >
        <GrantsTable
          caption={t('account.grants')}
          grants={account.grants}
          revokeHref={isManaged ? (grant) => `${path}/grants/${grant.id}` : undefined}
          empty={{ title: t('account.grants_none'), about: t('account.grants_none_about') }}
        />
      </Section>
    </>
  )
}

function StateTags({ account }: { account: RecordView }) {
  const t = useT()
  return (
    <>
      {account.isDisabled ? (
        <Tag tone="red">{t('account.state_disabled')}</Tag>
      ) : (
        <Tag tone="green">{t('account.state_active')}</Tag>
      )}
      {account.mustChangePassword && <Tag tone="amber">{t('account.must_change')}</Tag>}
    </>
  )
}

function Acts({ account, path }: { account: RecordView; path: string }) {
  const t = useT()
  const pending = useNavigation().formAction === path
  return (
    <>
      {account.isDisabled ? (
        <Form method="post">
          <FormKey />
          <Button variant="primary" pending={pending}>
            {t('account.enable')}
          </Button>
        </Form>
      ) : (
        <LinkButton href={`${path}/password`}>{t('account.reset')}</LinkButton>
      )}
      <LinkButton href={`${path}/edit`}>{t('account.edit')}</LinkButton>
      {!account.isDisabled && <LinkButton href={`${path}/disable`}>{t('account.disable')}</LinkButton>}
    </>
  )
}

function ReachNotice({ reach }: { reach: RecordView['reach'] }) {
  const t = useT()
  if (reach === 'own')
    return (
      <Notice word={t('account.own_word')} action={<LinkButton href="/me">{t('me.title')}</LinkButton>}>
        {t('account.own_about')}
      </Notice>
    )
  if (reach === 'beyond') return <Notice word={t('account.beyond_word')}>{t('account.beyond_about')}</Notice>
  return null
}

function Facts({ account, mayReadTrail }: AccountRecordProps) {
  const t = useT()
  const { person, lastSeenAt } = account
  const trail = mayReadTrail && (
    <TextLink href={`/audit?who=${encodeURIComponent(account.username)}`}>{t('account.trail_link')}</TextLink>
  )
  return (
    <FactList
      columns={2}
      facts={[
        { term: t('account.username'), value: account.username },
        { term: t('account.organisation'), value: account.organisationName },
        {
          term: t('account.person'),
          value: person?.href ? (
            <TextLink href={person.href}>{person.staffNumber}</TextLink>
          ) : (
            (person?.staffNumber ?? t('account.none'))
          ),
        },
        {
          term: t('session.title'),
          value: t('account.me_sessions_count', { count: account.openSessions }),
        },
        { term: t('account.created'), value: formatMoment(account.createdAt) },
        {
          term: t('account.last_seen'),
          value: lastSeenAt ? formatMoment(lastSeenAt) : t('account.last_seen_never'),
          action: trail,
        },
      ]}
    />
  )
}
