// Who belongs to a studio, and who did.
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from '../member-words.tsx'
import type { MemberEntry } from './members.view.server.ts'

export function Members({ rows }: { rows: readonly MemberEntry[] }) {
  const t = useT()
  const columns: Column<MemberEntry>[] = [
    { key: 'name', header: t('member.name'), cell: (row) => row.name, primary: true },
    { key: 'role', header: t('studio.role'), cell: (row) => row.role },
    {
      key: 'school',
      header: t('member.school'),
      cell: ({ school, rural }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {school}
          {rural && <Tag tone="accent">{rural}</Tag>}
        </span>
      ),
      wrap: true,
    },
    { key: 'title', header: t('member.title_level'), cell: (row) => row.title, hideOnPhone: true },
    { key: 'since', header: t('member.since'), cell: (row) => row.left || row.since, wrap: true },
    {
      key: 'act',
      header: t('member.act'),
      cell: ({ end }) => end && <TextLink href={end.href}>{end.label}</TextLink>,
    },
  ]
  const shown = rows.some(({ end }) => end) ? columns : columns.filter(({ key }) => key !== 'act')
  return (
    <DataTable
      caption={t('member.title')}
      captionHidden
      columns={shown}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
