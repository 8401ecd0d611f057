// One county's year: the answer, the items it is made of, the trend, what explains it, and how it is made.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { CountyView } from '../parity.view.server.ts'
import { useT } from './parity-words.tsx'

export function CountyParityPage({ view }: { view: CountyView }) {
  const t = useT()
  const trail = [{ href: `/pay/parity?year=${view.year}`, label: t('pay.parity') }]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('pay.trail')} crumbs={trail} />}
        title={t('pay.county_title', { county: view.name, year: view.year })}
        description={t('pay.county_about')}
      />
      <Tabs label={t('pay.col_year')} tabs={view.years} />
      <Answer view={view} />
      <Section id="items" title={t('pay.items')} description={t('pay.items_about')}>
        <Items view={view} />
        <p className="mt-3">
          <TextLink href={view.basisHref}>{t('pay.to_basis')}</TextLink>
        </p>
      </Section>
      <div className="grid items-start gap-8 xl:grid-cols-2 xl:gap-12">
        <Section id="trend" title={t('pay.trend')}>
          <ChartFigure {...view.picture} />
        </Section>
        {view.rolling && (
          <Section
            id="rolling"
            title={t('pay.rolling')}
            description={t('pay.rolling_to', view.rolling.figures)}
          >
            <ChartFigure {...view.rolling.picture} />
          </Section>
        )}
        {view.groups
          .filter(({ lines }) => lines.length > 0)
          .map(({ key, title, lines }) => (
            <Section key={key} id={`by-${key}`} title={title}>
              <Groups title={title} lines={lines} />
            </Section>
          ))}
      </div>
      <Section id="method" title={t('pay.method')}>
        <ol className="list-decimal ps-6">
          {view.method.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Section>
    </>
  )
}

function Answer({ view: { line, benchmark } }: { view: CountyView }) {
  const t = useT()
  return (
    <Section id="answer" title={t('pay.answer')}>
      <FactList
        columns={2}
        facts={[
          { term: t('pay.col_state'), value: <Tag tone={line.state.tone}>{line.state.label}</Tag> },
          { term: t('pay.col_ratio'), value: line.ratio },
          {
            term: t('pay.col_average'),
            value: line.average,
            note: t('pay.of_months', { months: line.months }),
          },
          {
            term: t('pay.col_benchmark'),
            value: line.benchmark,
            note: benchmark
              ? t('pay.benchmark_note', { ...benchmark, state: line.benchmarkState })
              : line.benchmarkState,
          },
          { term: t('pay.col_gap'), value: line.gap },
          { term: t('pay.col_gap_in_all'), value: line.gapInAll },
        ]}
      />
    </Section>
  )
}

type ItemLine = CountyView['items'][number]

function Items({ view: { items, total } }: { view: CountyView }) {
  const t = useT()
  const columns: Column<ItemLine>[] = [
    { key: 'name', header: t('pay.col_item'), cell: (row) => row.name, primary: true },
    {
      ...{ key: 'counts', header: t('pay.col_counts') },
      cell: (row) => (
        <Tag tone={row.counts ? 'green' : 'neutral'}>
          {row.counts ? t('pay.counts') : t('pay.counts_not')}
        </Tag>
      ),
    },
    { key: 'average', header: t('pay.col_item_average'), cell: (row) => row.average, align: 'end' },
    { key: 'paid', header: t('pay.col_paid'), cell: (row) => row.paid, align: 'end' },
    { key: 'why', header: t('pay.col_reason'), cell: (row) => row.why, wrap: true, hideOnPhone: true },
  ]
  return (
    <>
      <DataTable
        caption={t('pay.items')}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={(row) => row.key}
      />
      <p className="mt-2 text-end font-semibold tabular-nums">{t('pay.counted_total', { total })}</p>
    </>
  )
}

type GroupLine = CountyView['groups'][number]['lines'][number]

function Groups({ title, lines }: { title: string; lines: readonly GroupLine[] }) {
  const t = useT()
  const columns: Column<GroupLine>[] = [
    { key: 'label', header: title, cell: (row) => row.label, primary: true },
    { key: 'people', header: t('pay.col_people'), cell: (row) => row.people, align: 'end' },
    { key: 'average', header: t('pay.col_average'), cell: (row) => row.average, align: 'end' },
  ]
  return <DataTable caption={title} captionHidden columns={columns} rows={lines} rowKey={(row) => row.key} />
}
