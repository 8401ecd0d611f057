// Who stands how: who misses most first; every figure of the overview leads here.
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { OutlookListView, OutlookRowView } from '../overview/outlook-list.view.server.ts'
import { outlookList } from './lists.ts'
import { useT } from './oversight-words.tsx'
import { TrainingTabs } from './training-tabs.tsx'

const digits = (text: string) => <span className="whitespace-nowrap tabular-nums">{text}</span>

const cells: Cells<keyof typeof outlookList.columns, OutlookRowView> = {
  name: (row) => row.name,
  number: (row) => digits(row.number),
  school: (row) => row.school,
  subject: (row) => row.subject,
  reached: (row) => digits(row.reached),
  required: (row) => digits(row.required),
  missing: (row) => digits(row.missing),
  until: (row) => digits(row.until),
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
  why: (row) => row.why,
}

interface OutlookListProps {
  view: RowsOnce<OutlookListView>
  organisations: OrganisationSuggestions
}

export function OutlookList({ view, organisations }: OutlookListProps) {
  const t = useT()
  const { values, isPlaceUnknown, ...options } = view.filter
  const selects = [
    ['state', 'training.col_outlook', options.states],
    ['subject', 'training.overview_subject', options.subjects],
    ['age', 'training.overview_age', options.ages],
    ['kind', 'training.overview_place', options.kinds],
    ['why', 'training.overview_why', options.reasons],
  ] as const
  return (
    <ListPage
      list={outlookList}
      about={t('training.outlooks_about')}
      exports={view.exportHref}
      count={view.total}
      pages={view.pages}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('training.outlooks_none')}>{t('training.outlooks_none_about')}</EmptyState>}
    >
      <TrainingTabs />
      <ListFilter key={JSON.stringify(values)} clearHref={outlookList.path}>
        {selects.map(([name, label, all]) => (
          <ListSelect
            key={name}
            name={name}
            label={t(label)}
            anyLabel={t('training.any')}
            options={all}
            defaultValue={values[name]}
          />
        ))}
        <FilterText
          name="place"
          label={t('training.overview_where')}
          defaultValue={values.place}
          {...organisations}
          wide
        />
        <input type="hidden" name="year" value={values.year} />
      </ListFilter>
      {isPlaceUnknown && <Notice tone="warning" word={t('training.place_unknown')} />}
    </ListPage>
  )
}
