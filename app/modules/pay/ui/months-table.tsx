// What was paid to somebody in a year: a line a month, a column an item.
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { PersonPayView } from '../person.view.server.ts'
import { useT } from './words.tsx'

type Month = PersonPayView['months'][number]

export function MonthsTable({ view }: { view: PersonPayView }) {
  const t = useT()
  if (view.year === null)
    return <EmptyState title={t('pay.nothing_paid')}>{t('pay.nothing_paid_about')}</EmptyState>
  const columns: Column<Month>[] = [
    { key: 'label', header: t('pay.col_month'), cell: (row) => row.label, primary: true },
    ...view.items.map(({ key, name }) => ({
      ...{ key, header: name, align: 'end' as const },
      cell: (row: Month) => row.amounts[key],
    })),
    { key: 'total', header: t('pay.col_total'), cell: (row) => row.total, align: 'end' },
    { key: 'note', header: t('pay.col_counted'), cell: (row) => row.note, wrap: true },
  ]
  const caption = t('pay.months_of', { year: view.year })
  return (
    <>
      <Tabs label={t('pay.col_year')} tabs={view.years} />
      <DataTable caption={caption} columns={columns} rows={view.months} rowKey={(row) => row.key} wide />
      <p className="mt-2 text-end font-semibold tabular-nums">{t('pay.year_total', { total: view.total })}</p>
    </>
  )
}
