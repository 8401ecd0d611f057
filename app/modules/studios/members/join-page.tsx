// Studios that the reader could join.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../member-words.tsx'
import type { JoinableEntry } from './joinable.view.server.ts'

export function JoinPage({ rows }: { rows: readonly JoinableEntry[] }) {
  const t = useT()
  const columns: Column<JoinableEntry>[] = [
    { key: 'name', header: t('studio.name'), cell: (row) => row.name, primary: true, wrap: true },
    {
      key: 'teaching',
      header: t('application.teaching'),
      cell: ({ teaching, own }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {teaching}
          {own && <Tag tone="accent">{own}</Tag>}
        </span>
      ),
    },
    { key: 'leader', header: t('member.leader'), cell: (row) => row.leader },
    { key: 'school', header: t('studio.school'), cell: (row) => row.school, wrap: true },
    { key: 'free', header: t('member.free_seats'), cell: (row) => row.free },
    { key: 'until', header: t('member.until'), cell: (row) => row.until, hideOnPhone: true },
  ]
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/me/studios', label: t('studios.mine') }]}
          />
        }
        title={t('member.join_title')}
        description={t('member.join_list_about')}
      />
      <DataTable
        caption={t('member.join_title')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        empty={<EmptyState title={t('member.join_none')}>{t('member.join_none_about')}</EmptyState>}
      />
    </>
  )
}
