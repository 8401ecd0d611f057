// The people behind a county's figure: months that count, and why others do not. What each was paid is a look that is kept.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { RowsView } from '../rows/rows.view.server.ts'
import { useT } from './parity-words.tsx'

type Row = RowsView['rows'][number]

export function RowsPage({ view }: { view: RowsView }) {
  const t = useT()
  const columns: Column<Row>[] = [
    {
      ...{ key: 'name', header: t('pay.col_name'), primary: true },
      cell: (row) => <TextLink href={row.href}>{row.name}</TextLink>,
    },
    { key: 'number', header: t('pay.col_staff_number'), cell: (row) => row.number, hideOnPhone: true },
    { key: 'school', header: t('pay.col_school'), cell: (row) => row.school, wrap: true },
    { key: 'months', header: t('pay.col_counted_months'), cell: (row) => row.months, align: 'end' },
    { key: 'leftOut', header: t('pay.col_left_out'), cell: (row) => row.leftOut, align: 'end' },
    { key: 'why', header: t('pay.col_why_left_out'), cell: (row) => row.why, wrap: true },
  ]
  const trail = [
    { href: `/pay/parity?year=${view.year}`, label: t('pay.parity') },
    { href: view.countyHref, label: t('pay.county_title', { county: view.name, year: view.year }) },
  ]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('pay.trail')} crumbs={trail} />}
        title={t('pay.rows')}
        description={t('pay.rows_about')}
        actions={
          view.rows.length > 0 && (
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('pay.export')}
            </LinkButton>
          )
        }
      />
      <Tabs label={t('pay.rows_kind')} tabs={view.kinds} />
      {view.rows.length === 0 ? (
        <EmptyState title={t('pay.rows_none')} />
      ) : (
        <>
          <DataTable
            caption={t('pay.rows')}
            captionHidden
            columns={columns}
            rows={view.rows}
            rowKey={(row) => row.key}
          />
          <Pagination
            label={t('pay.pages')}
            countText={view.total}
            {...view.pages}
            words={{ first: t('pay.page_first'), previous: t('pay.page_previous'), next: t('pay.page_next') }}
          />
        </>
      )}
    </>
  )
}
