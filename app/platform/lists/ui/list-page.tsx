// The page of every list: head with what can be done, filter, how many, the rows in the columns that this reader sees, pages.
import type { ReactNode } from 'react'
import type { Translate } from '#app/platform/i18n/translate.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DataTable, type TableSelection, type TableSort } from '#app/ui/data-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { ListSpec } from '../list-spec.ts'
import { useListReader } from './list-reader.tsx'
import { SavedFiltersMenu } from './saved-filters-menu.tsx'
import { useT } from './words.tsx'

export type Cells<Key extends string, Row> = Record<Key, (row: Row) => ReactNode>

interface ListRowsProps<Key extends string, Row> {
  list: ListSpec<Key>
  /** Undefined in a browser whose document has them already (`withRowsOnce`). */
  rows: readonly Row[] | undefined
  cells: Cells<Key, Row>
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string | undefined
  sort?: TableSort
  /** Rows that can be ticked for a form on the page. */
  selection?: TableSelection<Row>
  /** Stands in place of the table where there are no rows. */
  empty?: ReactNode
}

interface ListPageProps<Key extends string, Row> extends ListRowsProps<Key, Row> {
  about: string
  /** The acts of the list, the one to look for first. */
  actions?: ReactNode
  /** The workbook of what is shown; or a menu of several. */
  exports?: string | ReactNode
  /** Filter, tabs, notices. */
  children?: ReactNode
  /** How many there are, in words. */
  count: string
  pages: { first?: string; previous?: string; next?: string }
}

export function ListPage<Key extends string, Row>(props: ListPageProps<Key, Row>) {
  const { about, actions, exports, children, count, pages, ...rows } = props
  const t: Translate = useT()
  return (
    <>
      <PageHeader
        title={t(rows.list.title)}
        description={about}
        actions={
          <>
            {actions}
            <SavedFiltersMenu />
            {typeof exports === 'string' ? (
              <LinkButton href={exports} icon="file-spreadsheet" download>
                {t('list.export')}
              </LinkButton>
            ) : (
              exports
            )}
          </>
        }
      />
      {children}
      {rows.rows?.length === 0 ? (
        rows.empty
      ) : (
        <>
          <p role="status" className="-mb-3 text-ink-soft">
            {count}
          </p>
          <ListRows {...rows} />
          <Pagination
            label={t('list.pages')}
            countText={count}
            {...pages}
            words={{ first: t('list.first'), previous: t('list.previous'), next: t('list.next') }}
          />
        </>
      )}
    </>
  )
}

/** The rows alone, also where a list stands within another page. */
export function ListRows<Key extends string, Row>(props: ListRowsProps<Key, Row>) {
  const { list, cells, ...table } = props
  const t: Translate = useT()
  const reader = useListReader()
  const hidden = reader?.list === list.key ? reader.hidden : []
  const keys = Object.keys(list.columns) as Key[]
  const columns = keys
    .filter((key) => list.columns[key].primary || !hidden.includes(key))
    .map((key) => {
      const { label, ...look } = list.columns[key]
      return { key, header: t(label), cell: cells[key], ...look }
    })
  return <DataTable caption={t(list.title)} columns={columns} {...table} />
}
