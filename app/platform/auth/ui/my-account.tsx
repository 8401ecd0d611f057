// The own account: who I am to the system, what I may do, password and devices.

import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { GrantView } from '../accounts.ts'
import { GrantsTable } from './grants-table.tsx'
import { useT } from './words.tsx'

export interface MyAccountProps {
  displayName: string
  username: string
  organisationName: string
  grants: readonly GrantView[]
  openSessions: number
  /** What is theirs in the rooms. */
  own: readonly { href: string; label: string }[]
}

export function MyAccount(props: MyAccountProps) {
  const { displayName, username, organisationName, grants, openSessions, own } = props
  const t = useT()
  return (
    <>
      <PageHeader title={t('me.title')} description={t('account.me_about')} />
      <FactList
        facts={[
          { term: t('account.display_name'), value: displayName },
          { term: t('account.username'), value: username },
          { term: t('account.organisation'), value: organisationName },
          ...own.map(({ href, label }) => ({
            term: label,
            value: <TextLink href={href}>{t('account.own_open')}</TextLink>,
          })),
        ]}
      />
      <Section id="security" title={t('account.me_security')}>
        <FactList
          facts={[
            {
              term: t('account.me_password'),
              value: t('account.me_password_about'),
              action: <TextLink href="/me/password">{t('me.password')}</TextLink>,
            },
            {
              term: t('session.title'),
              value: t('account.me_sessions_count', { count: openSessions }),
              action: <TextLink href="/me/sessions">{t('account.me_sessions')}</TextLink>,
            },
          ]}
        />
      </Section>
      <Section id="grants" title={t('account.me_roles')} description={t('account.grants_about')}>
        <GrantsTable
          caption={t('account.me_roles')}
          grants={grants}
          empty={{ title: t('account.me_none'), about: t('account.me_none_about') }}
        />
      </Section>
    </>
  )
}
