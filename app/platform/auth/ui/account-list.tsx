// The list of accounts: filter, rows, pages.

import { useSearchParams } from '@remix-run/react'
import { FileSpreadsheet, UserPlus } from 'lucide-react'
import { roleNames } from '#app/platform/access/roles.ts'
import { addressWith } from '#app/platform/http/address.ts'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { encodeKeyset, type Keyset } from '#app/platform/lists/keyset.ts'
import { SavedFiltersMenu } from '#app/platform/lists/ui/saved-filters-menu.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar, FilterSelect, FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { AccountRow } from '../accounts.ts'
import { roleName } from './role-words.ts'
import { useT } from './words.tsx'

interface AccountListProps {
  rows: readonly AccountRow[]
  total: number
  previous: Keyset | null
  next: Keyset | null
  isPlaceUnknown: boolean
  mayCreate: boolean
  organisations: OrganisationSuggestions
}

const path = '/accounts'

export function AccountList({ isPlaceUnknown, mayCreate, organisations, ...page }: AccountListProps) {
  const t = useT()
  const [params] = useSearchParams()
  return (
    <>
      <PageHeader
        title={t('account.title')}
        description={t('account.about')}
        actions={
          <>
            {mayCreate && (
              <LinkButton href="/accounts/new" variant="primary" icon={UserPlus}>
                {t('account.new')}
              </LinkButton>
            )}
            <SavedFiltersMenu />
            <LinkButton
              href={addressWith('/accounts/export.xlsx', params, {})}
              icon={FileSpreadsheet}
              download
            >
              {t('account.export')}
            </LinkButton>
          </>
        }
      />
      <AccountFilter organisations={organisations} />
      {isPlaceUnknown && (
        <Notice tone="warning" word={t('account.place_unknown_title', { text: params.get('place') ?? '' })}>
          {t('account.place_unknown_about')}
        </Notice>
      )}
      <AccountTable rows={page.rows} />
      <AccountPages {...page} />
    </>
  )
}

function AccountFilter({ organisations }: Pick<AccountListProps, 'organisations'>) {
  const t = useT()
  const [params] = useSearchParams()
  const value = (name: string) => params.get(name) ?? ''
  return (
    <FilterBar
      key={params.toString()}
      label={t('account.filter')}
      applyLabel={t('account.filter_apply')}
      clearLabel={t('account.filter_clear')}
      clearHref={path}
    >
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
      <FilterSelect
        name="role"
        label={t('account.filter_role')}
        anyLabel={t('account.filter_any')}
        options={roleNames.map((role) => ({ value: role, label: roleName(role, t) }))}
        defaultValue={value('role')}
      />
      <FilterSelect
        name="state"
        label={t('account.filter_state')}
        anyLabel={t('account.filter_any')}
        options={[
          { value: 'active', label: t('account.state_active') },
          { value: 'disabled', label: t('account.state_disabled') },
        ]}
        defaultValue={value('state')}
      />
    </FilterBar>
  )
}

function AccountTable({ rows }: { rows: readonly AccountRow[] }) {
  const t = useT()
  const columns: Column<AccountRow>[] = [
    { key: 'name', header: t('account.display_name'), primary: true, cell: (row) => row.displayName },
    { key: 'username', header: t('account.username'), cell: (row) => row.username },
    {
      key: 'organisation',
      header: t('account.organisation'),
      wrap: true,
      cell: (row) => row.organisationName,
    },
    { key: 'roles', header: t('account.roles'), wrap: true, cell: (row) => <Roles row={row} /> },
    {
      key: 'state',
      header: t('account.state'),
      cell: (row) =>
        row.isDisabled ? (
          <Tag tone="red">{t('account.state_disabled')}</Tag>
        ) : (
          <Tag tone="green">{t('account.state_active')}</Tag>
        ),
    },
    {
      key: 'seen',
      header: t('account.last_seen'),
      cell: (row) =>
        row.lastSeenAt ? (
          <time dateTime={row.lastSeenAt} className="tabular-nums">
            {formatMoment(row.lastSeenAt)}
          </time>
        ) : (
          <span className="text-ink-soft">{t('account.last_seen_never')}</span>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('account.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      empty={<EmptyState title={t('account.empty_title')}>{t('account.empty_about')}</EmptyState>}
    />
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

function AccountPages({ total, previous, next }: Pick<AccountListProps, 'total' | 'previous' | 'next'>) {
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  const to = (cursor: Keyset | null) =>
    cursor ? addressWith(path, params, { cursor: encodeKeyset(cursor) }) : undefined
  return (
    <Pagination
      label={t('account.pages')}
      countText={t('account.total', { total: formatNumber(total, locale) })}
      first={previous ? addressWith(path, params, {}) : undefined}
      previous={to(previous)}
      next={to(next)}
      words={{
        first: t('account.first'),
        previous: t('account.previous'),
        next: t('account.next'),
      }}
    />
  )
}
