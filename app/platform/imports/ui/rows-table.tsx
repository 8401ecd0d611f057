// Rows of a batch: who, where, what would happen to them and why; a change shows its value before and after.
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { ChangeView, RowView } from './views.ts'
import { useT } from './words.tsx'

interface RowsTableProps {
  caption: string
  rows: readonly RowView[]
}

export function RowsTable({ caption, rows }: RowsTableProps) {
  const t = useT()
  const columns: Column<RowView>[] = [
    {
      key: 'name',
      header: t('imports.person'),
      primary: true,
      cell: (row) => <bdi>{row.name || t('imports.no_name')}</bdi>,
    },
    {
      key: 'note',
      header: t('imports.number'),
      cell: (row) => row.note && <span className="tabular-nums">{row.note}</span>,
    },
    {
      key: 'row',
      header: t('imports.row_number'),
      align: 'end',
      cell: (row) => row.at,
    },
    { key: 'place', header: t('imports.at'), cell: (row) => row.place, wrap: true },
    { key: 'what', header: t('imports.what'), cell: (row) => <What row={row} />, wrap: true },
  ]
  // What is missing stands in no row; what is new changes nothing.
  const isEmpty: Record<string, boolean> = {
    row: rows.every((row) => row.rowNumber === null),
    note: rows.every((row) => row.note === ''),
    place: rows.every((row) => row.place === ''),
    what: rows.every((row) => row.changes.length + row.messages.length === 0),
  }
  const shown = columns.filter((column) => !isEmpty[column.key])
  return (
    <DataTable
      caption={caption}
      columns={shown}
      rows={rows}
      rowKey={(row) => row.key}
      rowHref={(row) => row.href}
    />
  )
}

function What({ row }: { row: RowView }) {
  if (row.messages.length + row.changes.length === 0) return null
  return (
    <ul className="flex flex-col gap-1">
      {row.messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
      {row.changes.map((change) => (
        <li key={change.field}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  )
}

/** "subject: Chinese → mathematics"; the arrow is spoken as a word. */
function Change({ change }: { change: ChangeView }) {
  const t = useT()
  const none = t('imports.nothing')
  return (
    <>
      <span className="text-ink-soft">{t('imports.change_of', { field: change.field })}</span>{' '}
      <del className="decoration-ink-soft">{change.before ?? none}</del>
      <VisuallyHidden> {t('imports.becomes')} </VisuallyHidden>
      <span aria-hidden="true" className="px-1.5 text-ink-soft">
        →
      </span>
      <ins className="font-medium no-underline">{change.after ?? none}</ins>
    </>
  )
}
