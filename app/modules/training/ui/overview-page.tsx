// Who is on course, behind or cannot make it any more: figures, pictures, and tables whose every number opens to its people.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { ListFilter } from '#app/platform/lists/ui/list-filter.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { OUTLOOKS, type OutlookState } from '../outlook.ts'
import type { LineView, OverviewView } from '../overview/overview.view.server.ts'
import { useT } from './oversight-words.tsx'
import { TrainingTabs } from './training-tabs.tsx'

interface OverviewProps {
  view: OverviewView | null
  place: string
  organisations: OrganisationSuggestions
}

export function Overview({ view, place, organisations }: OverviewProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={
          view ? t('training.overview_of', { place: view.name, year: view.year }) : t('training.overview')
        }
        description={t('training.overview_about')}
        actions={
          view?.whole && (
            <>
              <LinkButton href={view.reportHref}>{t('training.report_title')}</LinkButton>
              <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
                {t('training.export')}
              </LinkButton>
            </>
          )
        }
      />
      <TrainingTabs />
      <ListFilter key={place} clearHref="/training/overview">
        <FilterText
          name="place"
          label={t('training.overview_where')}
          defaultValue={place}
          {...organisations}
          wide
        />
      </ListFilter>
      {view === null ? (
        <Notice tone="warning" word={t('training.place_unknown')} />
      ) : view.whole ? (
        <Figures view={view} whole={view.whole} />
      ) : (
        <EmptyState title={t('training.overview_none')}>{t('training.overview_none_about')}</EmptyState>
      )}
    </>
  )
}

function Figures({ view, whole }: { view: OverviewView; whole: LineView }) {
  const t = useT()
  return (
    <>
      <Tabs label={t('training.overview_year')} tabs={view.years} />
      <Whole whole={whole} seenOn={view.seenOn} />
      {view.reasons.length > 0 && (
        <Section id="why" title={t('training.overview_why')}>
          <ul className="flex flex-col divide-y divide-line border-line border-y">
            {view.reasons.map(({ key, label, people, href }) => (
              <li key={key} className="flex justify-between gap-6 py-2">
                <span>{label}</span>
                <TextLink href={href}>{t('training.count_people', { people })}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="grid items-start gap-8 xl:grid-cols-2 xl:gap-12">
        {view.parts.map((part) => (
          <Part key={part.key} part={part} />
        ))}
      </div>
    </>
  )
}

type PartView = OverviewView['parts'][number]

/** A picture with its figures under it, each figure a way to its people. */
function Part({ part: { key, title, chart, lines } }: { part: PartView }) {
  const table = lines.length > 0 ? <LinesTable header={title} lines={lines} /> : undefined
  return (
    <Section id={`by-${key}`} title={title}>
      {chart ? <ChartFigure {...chart} table={table} /> : table}
    </Section>
  )
}

/** The four numbers, each a way to its people. */
export function Whole({ whole, seenOn }: { whole: LineView; seenOn: string | null }) {
  const t = useT()
  return (
    <Section
      id="whole"
      title={t('training.overview_whole', { people: whole.people })}
      description={seenOn ? t('training.overview_seen', { day: seenOn }) : undefined}
    >
      <dl className="grid grid-cols-2 gap-4 md:grid-cols-4">
        {whole.states.map(({ state, people, share, href }) => (
          <div key={state} className="rounded border border-line p-4">
            <dt className="text-ink-soft text-sm">{t(`training.outlook_${state}`)}</dt>
            <dd className="font-semibold text-2xl tabular-nums">
              {href ? <TextLink href={href}>{people}</TextLink> : people}
            </dd>
            <dd className="text-ink-soft text-sm tabular-nums">{share}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

interface LinesProps {
  header: string
  lines: readonly LineView[]
}

/** How many of each line stand how. */
export function LinesTable({ header, lines }: LinesProps) {
  const t = useT()
  const figure = (row: LineView, state: OutlookState) => {
    const found = row.states.find((one) => one.state === state)
    return found?.href ? <TextLink href={found.href}>{found.people}</TextLink> : (found?.people ?? '')
  }
  const columns: Column<LineView>[] = [
    { key: 'label', header, cell: (row) => <TextLink href={row.href}>{row.label}</TextLink>, primary: true },
    { key: 'people', header: t('training.people'), cell: (row) => row.people, align: 'end' },
    ...OUTLOOKS.map((state) => ({
      key: state,
      header: t(`training.outlook_${state}`),
      align: 'end' as const,
      cell: (row: LineView) => figure(row, state),
    })),
    {
      ...{ key: 'well', header: t('training.overview_well'), align: 'end' as const },
      cell: (row) => row.well,
    },
  ]
  return <DataTable caption={header} captionHidden columns={columns} rows={lines} rowKey={(row) => row.key} />
}
