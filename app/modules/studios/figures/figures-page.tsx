// What studios did in a school year: by month, where they went, each of them.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { useT } from '../figures-words.tsx'
import { StudioTabs } from '../studio-tabs.tsx'
import type { FigureEntry, FiguresView } from './figures.view.server.ts'

export function Figures({ view }: { view: FiguresView }) {
  const t = useT()
  const [now, ...before] = view.years
  return (
    <>
      <PageHeader
        title={t('figures.title')}
        description={t('figures.about')}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('studios.export')}
          </LinkButton>
        }
      />
      <StudioTabs />
      <ListFilter key={view.yearValue} clearHref="/studios/figures" action="/studios/figures">
        <ListSelect
          label={t('figures.year')}
          name="year"
          defaultValue={view.yearValue === now?.value ? '' : view.yearValue}
          options={before}
          anyLabel={now?.label ?? ''}
        />
      </ListFilter>
      <div className="grid items-start gap-8 xl:grid-cols-2 xl:gap-12">
        {view.charts.map(({ key, title, view: chart }) => (
          <Section key={key} id={key} title={title}>
            <ChartFigure {...chart} />
          </Section>
        ))}
      </div>
      <Section id="studios" title={t('figures.studios')}>
        <Studios rows={view.rows.length === 0 ? [] : [...view.rows, view.total]} />
      </Section>
    </>
  )
}

function Studios({ rows }: { rows: readonly FigureEntry[] }) {
  const t = useT()
  const columns: Column<FigureEntry>[] = [
    { key: 'name', header: t('studio.name'), cell: (row) => row.name, primary: true, wrap: true },
    { key: 'activities', header: t('figures.activities'), cell: (row) => row.activities, align: 'end' },
    { key: 'outreach', header: t('figures.outreach'), cell: (row) => row.outreach, align: 'end' },
    { key: 'forums', header: t('figures.forums'), cell: (row) => row.forums, align: 'end' },
    { key: 'lessons', header: t('figures.lessons'), cell: (row) => row.lessons, align: 'end' },
    { key: 'hours', header: t('figures.hours'), cell: (row) => row.hours, align: 'end' },
    { key: 'heard', header: t('figures.heard'), cell: (row) => row.heard, align: 'end' },
    { key: 'answered', header: t('figures.answered'), cell: (row) => row.answered, align: 'end' },
    { key: 'used', header: t('figures.used'), cell: (row) => row.used, align: 'end' },
  ]
  return (
    <DataTable
      caption={t('figures.studios')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => (row.id === 'total' ? undefined : `/studios/${row.id}`)}
      empty={<EmptyState title={t('figures.none')}>{t('figures.none_about')}</EmptyState>}
    />
  )
}
