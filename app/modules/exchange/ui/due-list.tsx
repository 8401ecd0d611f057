// Who is due: the filter as a sentence, the outcomes with their counts, and the people.

import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { DueListView, DueRowView } from './due-views.ts'
import { useT } from './due-words.tsx'
import { ExchangeTabs } from './exchange-tabs.tsx'
import { dueList } from './lists.ts'
import { PlaceFilter } from './place-filter.tsx'

interface DueListProps {
  view: RowsOnce<DueListView>
  organisations: OrganisationSuggestions
}

const cells: Cells<keyof typeof dueList.columns, DueRowView> = {
  name: (row) => row.name,
  number: (row) => <span className="tabular-nums">{row.staffNumber}</span>,
  school: (row) => row.school,
  teaching: (row) => row.teaching,
  title: (row) => row.title,
  years: (row) => row.years,
  backbone: (row) => <BackboneMark isBackbone={row.isBackbone} />,
  outcome: ({ outcome }) => <Tag tone={outcome.tone}>{outcome.label}</Tag>,
  ground: (row) => row.ground,
}

function BackboneMark({ isBackbone }: Pick<DueRowView, 'isBackbone'>) {
  const t = useT()
  return isBackbone ? t('exchange.yes') : null
}

export function DueList({ view, organisations }: DueListProps) {
  const t = useT()
  return (
    <ListPage
      list={dueList}
      about={t('due.about', { day: view.day })}
      exports={view.exportHref}
      count={view.total}
      pages={view.pages}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('due.none')}>{t('due.none_about')}</EmptyState>}
    >
      <ExchangeTabs />
      <DueFilterBar filter={view.filter} organisations={organisations} />
      {view.filter.isPlaceUnknown && <Notice tone="warning" word={t('due.place_unknown')} />}
      <Tabs label={t('due.outcomes')} tabs={view.outcomes} />
    </ListPage>
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
  return (
    <ListFilter key={JSON.stringify(values)} clearHref={`/exchange/due?year=${values.year}`}>
      <input type="hidden" name="outcome" value={filter.outcome} />
      <ListSelect
        name="year"
        label={t('due.filter_year')}
        options={filter.years}
        defaultValue={values.year}
      />
      {filter.counties.length > 0 && (
        <ListSelect
          name="county"
          label={t('due.filter_county')}
          options={filter.counties}
          defaultValue={values.county}
        />
      )}
      <PlaceFilter value={values.place} organisations={organisations} />
      <ListSelect
        name="stage"
        label={t('due.filter_stage')}
        options={filter.stages}
        defaultValue={values.stage}
      />
      <ListSelect
        name="subject"
        label={t('due.filter_subject')}
        options={filter.subjects}
        defaultValue={values.subject}
      />
      <ListSelect
        name="backbone"
        label={t('due.filter_backbone')}
        options={yesNo}
        defaultValue={values.backbone}
      />
    </ListFilter>
  )
}
