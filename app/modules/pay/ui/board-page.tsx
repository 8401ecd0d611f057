// Counties side by side: what teachers got on average, what civil servants did, and what is missing.
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { BoardView, ParityLine } from '../parity.view.server.ts'
import { RatioMap, RatioMultiples } from './parity-map.tsx'
import { useT } from './parity-words.tsx'
import { PayTabs } from './pay-tabs.tsx'

interface BoardProps {
  view: BoardView | null
  mayLook: boolean
  mayImport: boolean
}

export function ParityBoard({ view, mayLook, mayImport }: BoardProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('pay.parity')}
        description={t('pay.parity_about')}
        actions={
          <>
            {mayImport && (
              <LinkButton href="/imports/new?subject=pay" icon="file-up">
                {t('pay.import')}
              </LinkButton>
            )}
            {view && (
              <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
                {t('pay.export')}
              </LinkButton>
            )}
          </>
        }
      />
      <PayTabs mayLook={mayLook} />
      {view ? (
        <>
          <Tabs label={t('pay.col_year')} tabs={view.years} />
          <Section
            id="counties"
            title={t('pay.counties_in', { year: view.year })}
            description={view.twelveUntil && t('pay.twelve_until', { until: view.twelveUntil })}
          >
            <ParityTable caption={t('pay.counties_in', { year: view.year })} lines={view.lines} />
          </Section>
          {view.map.years.length > 1 && (
            <>
              <Section id="map" title={t('pay.map')} description={t('pay.map_about')}>
                <RatioMap map={view.map} />
              </Section>
              {view.map.rows.length > 1 && (
                <Section id="multiples" title={t('pay.multiples')} description={t('pay.multiples_about')}>
                  <RatioMultiples map={view.map} />
                </Section>
              )}
            </>
          )}
        </>
      ) : (
        <EmptyState title={t('pay.none')}>{t('pay.none_about')}</EmptyState>
      )}
    </>
  )
}

interface TableProps {
  caption: string
  lines: readonly ParityLine[]
}

function ParityTable({ caption, lines }: TableProps) {
  const t = useT()
  const columns: Column<ParityLine>[] = [
    {
      key: 'name',
      header: t('pay.col_county'),
      cell: (row) => <TextLink href={row.href}>{row.name}</TextLink>,
      primary: true,
    },
    {
      key: 'state',
      header: t('pay.col_state'),
      cell: (row) => <Tag tone={row.state.tone}>{row.state.label}</Tag>,
    },
    { key: 'ratio', header: t('pay.col_ratio'), cell: (row) => row.ratio, align: 'end' },
    { key: 'average', header: t('pay.col_average'), cell: (row) => row.average, align: 'end' },
    { key: 'benchmark', header: t('pay.col_benchmark'), cell: (row) => row.benchmark, align: 'end' },
    { key: 'benchmarkState', header: t('pay.col_benchmark_state'), cell: (row) => row.benchmarkState },
    { key: 'twelve', header: t('pay.col_twelve'), cell: (row) => row.twelve, align: 'end' },
    { key: 'gap', header: t('pay.col_gap'), cell: (row) => row.gap, align: 'end' },
    {
      key: 'gapInAll',
      header: t('pay.col_gap_in_all'),
      cell: (row) => row.gapInAll,
      align: 'end',
      hideOnPhone: true,
    },
    {
      key: 'people',
      header: t('pay.col_people'),
      cell: (row) => row.people,
      align: 'end',
      hideOnPhone: true,
    },
  ]
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={lines} rowKey={(row) => row.key} />
  )
}
