// Organisations as rows: in the list, and below another organisation.
import { type Cells, ListRows } from '#app/platform/lists/ui/list-page.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { organisationList } from './lists.ts'
import type { OrganisationRow } from './organisation-views.ts'

export const organisationCells: Cells<keyof typeof organisationList.columns, OrganisationRow> = {
  name: (row) => row.name,
  code: (row) => <span className="tabular-nums">{row.code}</span>,
  kind: (row) => row.kind,
  above: (row) => row.above,
  stages: (row) => row.stages,
  place: (row) => row.place,
  marks: (row) => <Marks marks={row.marks} />,
  staff: (row) => row.staff,
}

/** All stand below the same one. */
const { above: _, ...columns } = organisationList.columns
const { above: __, ...cells } = organisationCells
const belowOne = { ...organisationList, key: 'organisations-below', columns }

/** What stands directly below an organisation. */
export function OrganisationsBelow({ rows }: { rows: readonly OrganisationRow[] }) {
  return (
    <ListRows
      list={belowOne}
      rows={rows}
      cells={cells}
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
