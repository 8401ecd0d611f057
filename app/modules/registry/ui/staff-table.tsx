// The roster's rows; on a phone each is a card.

import { useShownColumns } from '#app/platform/lists/ui/list-reader.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { SortView, StaffRow } from './staff-views.ts'
import { useT } from './words.tsx'

interface StaffTableProps {
  rows: readonly StaffRow[]
  sort: SortView
  /** The day of the list, when it is not today: a person's page opens on the same day. */
  asOf: string | null
}

export function StaffTable({ rows, sort, asOf }: StaffTableProps) {
  const t = useT()
  const suffix = asOf ? `?asOf=${asOf}` : ''
  const columns = useShownColumns<Column<StaffRow>>([
    { key: 'name', header: t('staff.name'), cell: (row) => row.name, primary: true },
    { key: 'number', header: t('staff.number'), cell: (row) => row.staffNumber },
    { key: 'organisation', header: t('staff.organisation'), cell: (row) => row.organisation, wrap: true },
    { key: 'post', header: t('staff.post'), cell: (row) => row.post },
    { key: 'teaching', header: t('staff.teaching'), cell: (row) => row.teaching },
    { key: 'title', header: t('staff.title_level'), cell: (row) => row.title },
    { key: 'honours', header: t('staff.honours'), cell: (row) => row.honours, wrap: true, hideOnPhone: true },
    { key: 'birth', header: t('staff.age'), cell: (row) => row.age, align: 'end' },
    {
      key: 'since',
      header: t('staff.years_here'),
      cell: (row) => row.yearsHere,
      align: 'end',
      hideOnPhone: true,
    },
    {
      key: 'state',
      header: t('staff.state'),
      cell: ({ state }) =>
        state.tone === 'green' ? state.label : <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ])
  return (
    <DataTable
      caption={t('staff.list_title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/staff/${row.id}${suffix}`}
      sort={{ key: sort.key, direction: sort.direction, hrefFor: (key) => sort.hrefs[key] }}
    />
  )
}
