// The table of every list. One markup: a ruled table on a desk and on paper, cards on a phone (app.css `.data-table`).
import { type ReactNode, useId } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export interface Column<Row> {
  key: string
  /** Plain text: it is also the label of the value on a card. Units belong here. */
  header: string
  cell: (row: Row) => ReactNode
  /** `end` for numbers. */
  align?: 'start' | 'end'
  /** What the row is about: its heading and its link. One a table. */
  primary?: boolean
  hideOnPhone?: boolean
  /** Long text that may break anywhere; other cells keep Chinese words whole. */
  wrap?: boolean
}

export interface TableSort {
  key: string
  direction: 'ascending' | 'descending'
  /** The address that sorts by the column (the other way round when it already does); undefined when it cannot. */
  hrefFor: (key: string) => string | undefined
}

export interface TableSelection<Row> {
  /** Name of the checkboxes; their value is the row's key. */
  name: string
  /** Id of the form that acts on the chosen rows. */
  form: string
  header: string
  labelFor: (row: Row) => string
}

interface DataTableProps<Row> {
  caption: string
  /** The caption is for screen readers only where a heading says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  /** Undefined in a browser where the server has drawn them: they stay as they are. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string | undefined
  sort?: TableSort
  selection?: TableSelection<Row>
  /** Wider than a page: scrolls in its own frame, head and all. */
  wide?: boolean
  /** Stands in place of the table when there are no rows. */
  empty?: ReactNode
}

// Said aloud because `display: block` on phones makes some browsers forget what a table's parts are.
const role = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  columnHeader: { role: 'columnheader', scope: 'col' },
  rowHeader: { role: 'rowheader', scope: 'row' },
} as const

export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    captionHidden = true,
    columns,
    rows,
    rowKey,
    rowHref,
    sort,
    selection,
    wide,
    empty,
  } = props
  const captionId = useId()
  if (rows?.length === 0 && empty) return empty
  const cells = columns.map((column) => ({ column, attributes: cellAttributes(column) }))
  const table = (
    <table {...role.table} className="data-table">
      <caption
        id={captionId}
        className={captionHidden ? 'sr-only' : 'pb-2 text-start font-semibold max-md:block'}
      >
        {caption}
      </caption>
      <thead {...role.group}>
        <tr {...role.row}>
          {selection && (
            <th {...role.columnHeader} data-cell="select">
              <span className="sr-only">{selection.header}</span>
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={sort} />
          ))}
        </tr>
      </thead>
      <DrawnRows {...role.group} isDrawn={!rows}>
        {rows?.map((row) => (
          <tr key={rowKey(row)} {...role.row}>
            {selection && <SelectCell selection={selection} row={row} value={rowKey(row)} />}
            {cells.map(({ column, attributes }) => bodyCell(column, attributes, row, rowHref?.(row)))}
          </tr>
        ))}
      </DrawnRows>
    </table>
  )
  if (!wide) return table
  return (
    <section aria-labelledby={captionId} className="data-table-scroll" {...scrollByKeyboard}>
      {table}
    </section>
  )
}

/** The rows; those that the server has drawn (`isDrawn`) are left as they are: empty, so that React takes them for what they are. */
export function DrawnRows({
  isDrawn,
  role,
  children,
}: {
  isDrawn: boolean
  role?: string
  children: ReactNode
}) {
  if (!isDrawn) return <tbody role={role}>{children}</tbody>
  return <tbody key="drawn" role={role} suppressHydrationWarning dangerouslySetInnerHTML={drawn} />
}

const drawn = { __html: '' }

// A region that scrolls must be reachable without a mouse.
const scrollByKeyboard = { tabIndex: 0 }

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort?: TableSort }) {
  const href = sort?.hrefFor(column.key)
  const direction = sort?.key === column.key ? sort.direction : undefined
  return (
    <th
      {...role.columnHeader}
      aria-sort={direction}
      data-align={column.align}
      data-phone={column.hideOnPhone ? 'hide' : undefined}
      data-sortable={href ? '' : undefined}
    >
      {href ? (
        <Link
          to={href}
          keepScroll
          className={classes(
            'inline-flex min-h-11 items-center gap-1 underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent md:min-h-0',
            direction && 'text-accent',
          )}
        >
          {column.header}
          {direction && <Icon shape={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
        </Link>
      ) : (
        column.header
      )}
    </th>
  )
}

/** What every cell of a column has; made once, for a page of a list has five hundred cells. */
function cellAttributes<Row>({ align, header, hideOnPhone, primary, wrap }: Column<Row>) {
  return {
    ...(primary ? role.rowHeader : role.cell),
    'data-align': align,
    'data-phone': hideOnPhone ? 'hide' : undefined,
    'data-wrap': wrap ? '' : undefined,
    'data-label': primary ? undefined : header,
  }
}

/** No component of its own, for the same reason. `href` is the row's. */
function bodyCell<Row>(
  { key, cell, primary }: Column<Row>,
  attributes: ReturnType<typeof cellAttributes>,
  row: Row,
  href: string | undefined,
) {
  const content = cell(row)
  if (primary) {
    return (
      <th key={key} {...attributes}>
        {href ? (
          <a href={href} className="row-link">
            {content}
          </a>
        ) : (
          content
        )}
      </th>
    )
  }
  return (
    <td key={key} {...attributes}>
      {typeof content === 'string' ? content : <div className="min-w-0">{content}</div>}
    </td>
  )
}

interface SelectCellProps<Row> {
  selection: TableSelection<Row>
  row: Row
  value: string
}

function SelectCell<Row>({ selection, row, value }: SelectCellProps<Row>) {
  return (
    <td {...role.cell} data-cell="select" className="w-9">
      <label className="grid size-11 place-items-center md:size-6">
        <span className="sr-only">{selection.labelFor(row)}</span>
        <input
          type="checkbox"
          name={selection.name}
          value={value}
          form={selection.form}
          className="size-5 md:size-4"
        />
      </label>
    </td>
  )
}
