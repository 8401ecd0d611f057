// The list of accounts: filter, rows, pages.

import { useSearchParams } from '@remix-run/react'
import { roleNames } from '#app/platform/access/roles.ts'
import { addressWith } from '#app/platform/http/address.ts'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import type { BoundedCount } from '#app/platform/lists/bounded-count.ts'
import type { Keyset } from '#app/platform/lists/keyset.ts'
import { totalText } from '#app/platform/lists/pages.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { usePages } from '#app/platform/lists/ui/use-pages.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { AccountRow } from '../accounts.ts'
import { accountList } from './account-list-spec.ts'
import { roleName } from './role-words.ts'
import { useT } from './words.tsx'

interface AccountListProps {
  rows: readonly AccountRow[] | undefined
  total: BoundedCount
  previous: Keyset | null
  next: Keyset | null
  isPlaceUnknown: boolean
  mayCreate: boolean
  organisations: OrganisationSuggestions
}

const cells: Cells<keyof typeof accountList.columns, AccountRow> = {
  name: (row) => row.displayName,
  username: (row) => row.username,
  organisation: (row) => row.organisationName,
  roles: (row) => <Roles row={row} />,
  state: (row) => <State isDisabled={row.isDisabled} />,
  seen: (row) => <LastSeen at={row.lastSeenAt} />,
}

export function AccountList({ isPlaceUnknown, mayCreate, organisations, ...page }: AccountListProps) {
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  return (
    <ListPage
      list={accountList}
      about={t('account.about')}
      actions={
        mayCreate && (
          <LinkButton href="/accounts/new" variant="primary" icon="user-plus">
            {t('account.new')}
          </LinkButton>
        )
      }
      exports={addressWith('/accounts/export.xlsx', params, {})}
      count={t('account.total', { total: totalText(page.total, locale) })}
      pages={usePages(accountList, page)}
      rows={page.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => `${accountList.path}/${row.id}`}
      empty={<EmptyState title={t('account.empty_title')}>{t('account.empty_about')}</EmptyState>}
    >
      <AccountFilter organisations={organisations} />
      {isPlaceUnknown && (
        <Notice tone="warning" word={t('account.place_unknown_title', { text: params.get('place') ?? '' })}>
          {t('account.place_unknown_about')}
        </Notice>
      )}
    </ListPage>
  )
}

function AccountFilter({ organisations }: Pick<AccountListProps, 'organisations'>) {
  const t = useT()
  const [params] = useSearchParams()
  const value = (name: string) => params.get(name) ?? ''
  return (
    <ListFilter key={params.toString()} clearHref={accountList.path}>
      <FilterText
        name="q"
        label={t('account.filter_query')}
        placeholder={t('account.filter_query_hint')}
        defaultValue={value('q')}
      />
      <FilterText
        name="place"
        label={t('account.filter_place')}
        placeholder={t('account.filter_place_hint')}
        defaultValue={value('place')}
        {...organisations}
        wide
      />
      <ListSelect
        name="role"
        label={t('account.filter_role')}
        options={roleNames.map((role) => ({ value: role, label: roleName(role, t) }))}
        defaultValue={value('role')}
      />
      <ListSelect
        name="state"
        label={t('account.filter_state')}
        options={[
          { value: 'active', label: t('account.state_active') },
          { value: 'disabled', label: t('account.state_disabled') },
        ]}
        defaultValue={value('state')}
      />
    </ListFilter>
  )
}

function State({ isDisabled }: Pick<AccountRow, 'isDisabled'>) {
  const t = useT()
  return isDisabled ? (
    <Tag tone="red">{t('account.state_disabled')}</Tag>
  ) : (
    <Tag tone="green">{t('account.state_active')}</Tag>
  )
}

function LastSeen({ at }: { at: string | null }) {
  const t = useT()
  if (!at) return <span className="text-ink-soft">{t('account.last_seen_never')}</span>
  return (
    <time dateTime={at} className="tabular-nums">
      {formatMoment(at)}
    </time>
  )
}

function Roles({ row }: { row: AccountRow }) {
  const t = useT()
  if (row.roles.length === 0) return <span className="text-ink-soft">{t('account.no_roles')}</span>
  return (
    <ul>
      {row.roles.map(({ role, organisationName: place }) => (
        <li key={`${role} ${place}`}>
          {place === row.organisationName
            ? roleName(role, t)
            : t('account.role_at', { role: roleName(role, t), place })}
        </li>
      ))}
    </ul>
  )
}
