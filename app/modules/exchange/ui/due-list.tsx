// Who is due: the filter as a sentence, the outcomes with their counts, and the people.

import { FileSpreadsheet } from 'lucide-react'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { SavedFiltersMenu } from '#app/platform/lists/ui/saved-filters-menu.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar, FilterSelect, FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { DueListView, DueRowView } from './due-views.ts'
import { ExchangeTabs } from './exchange-tabs.tsx'
import { useT } from './words.tsx'

interface DueListProps {
  view: DueListView
  organisations: OrganisationSuggestions
}

export function DueList({ view, organisations }: DueListProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('due.title')}
        description={t('due.about', { day: view.day })}
        actions={
          <>
            <SavedFiltersMenu />
            <LinkButton href={view.exportHref} icon={FileSpreadsheet} download>
              {t('exchange.export')}
            </LinkButton>
          </>
        }
      />
      <ExchangeTabs />
      <DueFilterBar filter={view.filter} organisations={organisations} />
      {view.filter.isPlaceUnknown && <Notice tone="warning" word={t('due.place_unknown')} />}
      <Tabs label={t('due.outcomes')} tabs={view.outcomes} />
      {view.rows.length === 0 ? (
        <EmptyState title={t('due.none')}>{t('due.none_about')}</EmptyState>
      ) : (
        <>
          <DueTable rows={view.rows} />
          <Pagination
            label={t('exchange.pages')}
            countText={view.total}
            {...view.pages}
            words={{ first: t('exchange.first'), previous: t('exchange.previous'), next: t('exchange.next') }}
          />
        </>
      )}
    </>
  )
}

function DueFilterBar({
  filter,
  organisations,
}: { filter: DueListView['filter'] } & Pick<DueListProps, 'organisations'>) {
  const t = useT()
  const { values } = filter
  const yesNo = [
    { value: 'yes', label: t('exchange.yes') },
    { value: 'no', label: t('exchange.no') },
  ]
  const any = t('exchange.any')
  return (
    <FilterBar
      key={JSON.stringify(values)}
      label={t('exchange.filter')}
      applyLabel={t('exchange.filter_apply')}
      clearLabel={t('exchange.filter_clear')}
      clearHref={`/exchange/due?year=${values.year}`}
    >
      <input type="hidden" name="outcome" value={filter.outcome} />
      <FilterSelect
        name="year"
        label={t('due.filter_year')}
        anyLabel={any}
        options={filter.years}
        defaultValue={values.year}
      />
      {filter.counties.length > 0 && (
        <FilterSelect
          name="county"
          label={t('due.filter_county')}
          anyLabel={any}
          options={filter.counties}
          defaultValue={values.county}
        />
      )}
      <FilterText
        name="place"
        label={t('due.filter_place')}
        placeholder={t('due.filter_place_hint')}
        defaultValue={values.place}
        {...organisations}
        wide
      />
      <FilterSelect
        name="stage"
        label={t('due.filter_stage')}
        anyLabel={any}
        options={filter.stages}
        defaultValue={values.stage}
      />
      <FilterSelect
        name="subject"
        label={t('due.filter_subject')}
        anyLabel={any}
        options={filter.subjects}
        defaultValue={values.subject}
      />
      <FilterSelect
        name="backbone"
        label={t('due.filter_backbone')}
        anyLabel={any}
        options={yesNo}
        defaultValue={values.backbone}
      />
    </FilterBar>
  )
}

function DueTable({ rows }: { rows: readonly DueRowView[] }) {
  const t = useT()
  const columns: Column<DueRowView>[] = [
    { key: 'name', header: t('due.name'), cell: (row) => row.name, primary: true },
    {
      key: 'number',
      header: t('due.number'),
      cell: (row) => <span className="tabular-nums">{row.staffNumber}</span>,
      hideOnPhone: true,
    },
    { key: 'school', header: t('due.school'), cell: (row) => row.school, wrap: true },
    { key: 'teaching', header: t('due.teaching'), cell: (row) => row.teaching },
    { key: 'title', header: t('due.title_level'), cell: (row) => row.title },
    { key: 'years', header: t('due.years'), cell: (row) => row.years, align: 'end' },
    {
      key: 'backbone',
      header: t('due.backbone'),
      cell: (row) => (row.isBackbone ? t('exchange.yes') : ''),
      hideOnPhone: true,
    },
    {
      key: 'outcome',
      header: t('due.outcome'),
      cell: ({ outcome }) => <Tag tone={outcome.tone}>{outcome.label}</Tag>,
    },
    { key: 'ground', header: t('due.ground'), cell: (row) => row.ground, wrap: true },
  ]
  return (
    <DataTable
      caption={t('due.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
    />
  )
}
