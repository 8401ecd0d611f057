// One county's year: the answer, the items it is made of, the trend, what explains it, and how it is made.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { CountyView } from '../parity.view.server.ts'
import { Groups, Items, Method, Parts } from './parity-parts.tsx'
import { useT } from './parity-words.tsx'

interface CountyParityProps {
  view: CountyView
  /** Where the people it is made of are; null for who may not see them. */
  rowsHref: string | null
}

export function CountyParityPage({ view, rowsHref }: CountyParityProps) {
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
        <Items items={view.items} total={view.total} />
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
          <TextLink href={view.basisHref}>{t('pay.to_basis')}</TextLink>
          {rowsHref ? (
            <TextLink href={rowsHref}>{t('pay.to_rows')}</TextLink>
          ) : (
            <span className="text-ink-soft">{t('pay.rows_below')}</span>
          )}
        </p>
      </Section>
      {view.parts.length > 0 && (
        <Section id="parts" title={t('pay.parts')} description={t('pay.parts_about')}>
          <Parts parts={view.parts} />
        </Section>
      )}
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
        <Groups groups={view.groups} />
      </div>
      <Method lines={view.method} />
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
