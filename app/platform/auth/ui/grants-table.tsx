// What an account holds: a role at an organisation, since when and by whom.
import { formatMoment } from '#app/platform/i18n/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { GrantView } from '../accounts.ts'
import { roleName } from './role-words.ts'
import { useT } from './words.tsx'

interface GrantsTableProps {
  caption: string
  grants: readonly GrantView[]
  /** The page that asks before it takes a grant away; without it there is no such link. */
  revokeHref?: (grant: GrantView) => string
  empty: { title: string; about: string }
}

export function GrantsTable({ caption, grants, revokeHref, empty }: GrantsTableProps) {
  const t = useT()
  const columns: Column<GrantView>[] = [
    {
      key: 'role',
      header: t('account.role'),
      primary: true,
      cell: ({ role }) => roleName(role, t),
    },
    {
      key: 'about',
      header: t('account.role_about'),
      wrap: true,
      cell: ({ role }) => t(`account.role_${role}_about`),
    },
    { key: 'place', header: t('account.place'), wrap: true, cell: (grant) => grant.organisationName },
    {
      key: 'at',
      header: t('account.granted_at'),
      cell: ({ grantedAt }) => (
        <time dateTime={grantedAt} className="whitespace-nowrap tabular-nums">
          {formatMoment(grantedAt)}
        </time>
      ),
    },
    {
      key: 'by',
      header: t('account.granted_by'),
      cell: ({ grantedBy }) => grantedBy ?? t('account.granted_by_system'),
    },
  ]
  if (revokeHref) {
    columns.push({
      key: 'act',
      header: t('account.actions'),
      cell: (grant) => (
        <TextLink href={revokeHref(grant)} className="max-md:-my-2.5 max-md:inline-block max-md:py-2.5">
          {t('account.revoke')}
        </TextLink>
      ),
    })
  }
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={grants}
      rowKey={(grant) => grant.id}
      empty={<EmptyState title={empty.title}>{empty.about}</EmptyState>}
    />
  )
}
