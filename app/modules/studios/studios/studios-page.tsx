// Studios within sight.
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { StudioTabs } from '../studio-tabs.tsx'
import { useT } from '../words.tsx'
import type { StudioListView } from './studio.view.server.ts'
import { studioList } from './studio-list.ts'

type Row = StudioListView['rows'][number]

const cells: Cells<keyof typeof studioList.columns, Row> = {
  name: (row) => row.name,
  leader: (row) => row.leader,
  school: (row) => row.school,
  teaching: (row) => row.teaching,
  tier: (row) => row.tier,
  until: (row) => <span className="tabular-nums">{row.until}</span>,
  members: (row) => row.members,
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
}

export function Studios({ view }: { view: RowsOnce<StudioListView> }) {
  const t = useT()
  const { filter } = view
  return (
    <ListPage
      list={studioList}
      about={t('studios.about')}
      exports={view.exportHref}
      count={view.total}
      pages={{}}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('studio.none')}>{t('studio.none_about')}</EmptyState>}
    >
      <StudioTabs />
      <FilterBar
        label={t('studio.filter')}
        applyLabel={t('studio.filter_apply')}
        clearLabel={t('studio.filter_clear')}
        clearHref="/studios"
        action="/studios"
      >
        <FilterSelect
          label={t('studio.state')}
          name="state"
          defaultValue={filter.values.state}
          options={filter.states}
          anyLabel={t('studio.any')}
        />
        <FilterSelect
          label={t('studio.stage')}
          name="stage"
          defaultValue={filter.values.stage}
          options={filter.stages}
          anyLabel={t('studio.any')}
        />
        <FilterSelect
          label={t('studio.subject')}
          name="subject"
          defaultValue={filter.values.subject}
          options={filter.subjects}
          anyLabel={t('studio.any')}
        />
      </FilterBar>
    </ListPage>
  )
}
