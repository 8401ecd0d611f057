// The statistics of exchange: pictures of a school year, counties against their targets, and the years before.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ExchangeTabs } from '../ui/exchange-tabs.tsx'
import type { StatisticsView } from './statistics.view.server.ts'
import { useT } from './words.tsx'

export function Statistics({ view }: { view: StatisticsView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('statistics.title')}
        description={t('statistics.about')}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('exchange.export')}
          </LinkButton>
        }
      />
      <ExchangeTabs />
      <ListFilter key={view.yearValue} clearHref="/exchange/statistics">
        <ListSelect name="year" label={t('target.year')} options={view.years} defaultValue={view.yearValue} />
      </ListFilter>
      <div className="grid items-start gap-8 xl:grid-cols-2 xl:gap-12">
        {view.charts.map(({ key, title, view: chart }) => (
          <Section key={key} id={key} title={title}>
            <ChartFigure {...chart} />
          </Section>
        ))}
      </div>
      <Section id="counties" title={t('statistics.counties', { year: view.year })}>
        {view.counties.length === 0 ? (
          <EmptyState title={t('target.none')}>{t('target.none_about')}</EmptyState>
        ) : (
          <Counties rows={view.counties} caption={t('statistics.counties', { year: view.year })} />
        )}
      </Section>
      {view.history.length > 0 && (
        <Section id="history" title={t('statistics.history')}>
          <History rows={view.history} />
        </Section>
      )}
    </>
  )
}

type County = StatisticsView['counties'][number]

function Counties({ rows, caption }: { rows: readonly County[]; caption: string }) {
  const t = useT()
  const columns: Column<County>[] = [
    { key: 'name', header: t('target.county'), cell: (row) => row.name, primary: true },
    { key: 'went', header: t('statistics.went'), cell: (row) => row.went, align: 'end' },
    { key: 'toRural', header: t('statistics.to_rural'), cell: (row) => row.toRural, align: 'end' },
    {
      ...{ key: 'share', header: t('target.share'), align: 'end' },
      cell: (row) => (row.share ? <Tag tone={row.isReached ? 'green' : 'amber'}>{row.share}</Tag> : ''),
    },
    { key: 'target', header: t('target.share_wanted'), cell: (row) => row.target, align: 'end' },
    { key: 'backbone', header: t('target.backbone_share'), cell: (row) => row.backbone, align: 'end' },
    {
      ...{ key: 'backboneTarget', header: t('target.backbone_wanted'), align: 'end', hideOnPhone: true },
      cell: (row) => row.backboneTarget,
    },
    { key: 'early', header: t('statistics.early'), cell: (row) => row.early, align: 'end' },
    {
      ...{ key: 'earlyShare', header: t('statistics.early_share'), align: 'end', hideOnPhone: true },
      cell: (row) => row.earlyShare,
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />
}

type Year = StatisticsView['history'][number]

function History({ rows }: { rows: readonly Year[] }) {
  const t = useT()
  const columns: Column<Year>[] = [
    { key: 'year', header: t('target.year'), cell: (row) => row.year, primary: true },
    { key: 'went', header: t('statistics.went'), cell: (row) => row.went, align: 'end' },
    { key: 'toRural', header: t('statistics.to_rural'), cell: (row) => row.toRural, align: 'end' },
    { key: 'early', header: t('statistics.early'), cell: (row) => row.early, align: 'end' },
    { key: 'earlyShare', header: t('statistics.early_share'), cell: (row) => row.earlyShare, align: 'end' },
  ]
  return (
    <DataTable
      caption={t('statistics.history')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
