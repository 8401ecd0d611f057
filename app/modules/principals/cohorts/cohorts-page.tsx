// Cohorts of 名校长 within sight.
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { CohortsView } from './cohort.view.server.ts'

type Row = CohortsView['rows'][number]

export function Cohorts({ view }: { view: CohortsView }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'title', header: t('cohort.name'), cell: (row) => row.title, primary: true, wrap: true },
    { key: 'bureau', header: t('cohort.bureau'), cell: (row) => row.bureau },
    { key: 'cycle', header: t('cohort.cycle'), cell: (row) => row.cycle },
    { key: 'places', header: t('cohort.places'), cell: (row) => row.places, align: 'end' },
    { key: 'sent', header: t('cohort.sent'), cell: (row) => row.sent, align: 'end' },
    { key: 'held', header: t('cohort.held'), cell: (row) => row.held, align: 'end' },
    {
      key: 'state',
      header: t('cohort.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('cohort.title')}
        description={t('cohort.list_about')}
        actions={
          <>
            {view.newHref && (
              <LinkButton href={view.newHref} variant="primary" icon="plus">
                {t('cohort.new')}
              </LinkButton>
            )}
            <LinkButton href="/principals/cohorts/export.xlsx" icon="file-spreadsheet" download>
              {t('cohort.export')}
            </LinkButton>
          </>
        }
      />
      <DataTable
        caption={t('cohort.title')}
        captionHidden
        columns={columns}
        rows={view.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        empty={<EmptyState title={t('cohort.none')}>{t('cohort.none_about')}</EmptyState>}
      />
    </>
  )
}
