// 机构: search, filter, rows, pages.

import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { ActiveFilters } from '#app/ui/active-filters.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { organisationList } from './lists.ts'
import { organisationCells } from './organisation-table.tsx'
import type { OrganisationListView } from './organisation-views.ts'
import { useT } from './words.tsx'

export function OrganisationList({ view }: { view: RowsOnce<OrganisationListView> }) {
  const t = useT()
  return (
    <ListPage
      list={organisationList}
      about={t('orgs.about')}
      actions={<ListActions view={view} />}
      exports={view.exportHref}
      count={t('orgs.total', { total: view.total })}
      pages={view.pages}
      rows={view.rows}
      cells={organisationCells}
      rowKey={(row) => row.id}
      rowHref={(row) => `/organisations/${row.id}`}
      empty={
        <EmptyState
          title={t('orgs.none')}
          action={view.isFiltered && <LinkButton href="/organisations">{t('staff.show_all')}</LinkButton>}
        >
          {t(view.isFiltered ? 'orgs.none_filtered' : 'orgs.none_about')}
        </EmptyState>
      }
    >
      <div className="flex flex-col gap-3">
        <OrganisationFilter view={view} />
        <ActiveFilters
          label={t('staff.filter_active')}
          removeWord={t('staff.filter_remove')}
          filters={view.filter.active}
        />
      </div>
    </ListPage>
  )
}

function OrganisationFilter({ view }: { view: Omit<OrganisationListView, 'rows'> }) {
  const t = useT()
  const { values, options } = view.filter
  const select = (name: keyof typeof options) => (
    <ListSelect
      name={name}
      label={t(`orgs.filter_${name}`)}
      options={options[name]}
      defaultValue={values[name]}
    />
  )
  return (
    <ListFilter key={JSON.stringify(values)} clearHref="/organisations">
      <FilterText
        name="q"
        label={t('orgs.filter_q')}
        placeholder={t('orgs.filter_q_hint')}
        defaultValue={view.query}
        wide
      />
      {values.below && <input type="hidden" name="below" value={values.below} />}
      {select('kind')}
      {select('stage')}
      {select('placeType')}
      {select('designation')}
    </ListFilter>
  )
}

function ListActions({ view }: { view: Omit<OrganisationListView, 'rows'> }) {
  const t = useT()
  return (
    <>
      {view.newHref && (
        <LinkButton href={view.newHref} variant="primary" icon="plus">
          {t('orgs.new')}
        </LinkButton>
      )}
      {view.importHref && (
        <LinkButton href={view.importHref} icon="file-up">
          {t('orgs.import')}
        </LinkButton>
      )}
    </>
  )
}
