// Organisations as rows: in the list, and below another organisation.

import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { OrganisationRow } from './organisation-views.ts'
import { useT } from './words.tsx'

interface OrganisationTableProps {
  caption: string
  rows: readonly OrganisationRow[]
  /** Left out where all rows stand below the same one. */
  showsAbove?: boolean
}

export function OrganisationTable({ caption, rows, showsAbove = false }: OrganisationTableProps) {
  const t = useT()
  const columns: Column<OrganisationRow>[] = [
    { key: 'name', header: t('orgs.name'), cell: (row) => row.name, primary: true },
    { key: 'code', header: t('orgs.code'), cell: (row) => <span className="tabular-nums">{row.code}</span> },
    { key: 'kind', header: t('orgs.kind'), cell: (row) => row.kind },
    ...(showsAbove
      ? [{ key: 'above', header: t('orgs.above'), cell: (row: OrganisationRow) => row.above }]
      : []),
    { key: 'stages', header: t('orgs.stages'), cell: (row) => row.stages, wrap: true },
    { key: 'place', header: t('orgs.place'), cell: (row) => row.place },
    { key: 'marks', header: t('orgs.marks'), cell: (row) => <Marks marks={row.marks} /> },
    { key: 'staff', header: t('orgs.staff'), cell: (row) => row.staff, align: 'end' },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/organisations/${row.id}`}
    />
  )
}

/** Weak, small, closed: what is to be known of a school at once. */
export function Marks({ marks }: { marks: OrganisationRow['marks'] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {marks.map((mark) => (
        <Tag key={mark.label} tone={mark.tone}>
          {mark.label}
        </Tag>
      ))}
    </span>
  )
}
