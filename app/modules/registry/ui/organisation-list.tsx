// 机构: search, filter, rows, pages.

import { FileSpreadsheet, FileUp, Plus } from 'lucide-react'
import { SavedFiltersMenu } from '#app/platform/lists/ui/saved-filters-menu.tsx'
import { ActiveFilters } from '#app/ui/active-filters.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar, FilterSelect, FilterText } from '#app/ui/filter-bar.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { OrganisationTable } from './organisation-table.tsx'
import type { OrganisationListView } from './organisation-views.ts'
import { useT } from './words.tsx'

export function OrganisationList({ view }: { view: OrganisationListView }) {
  const t = useT()
  const count = t('orgs.total', { total: view.total })
  return (
    <>
      <PageHeader
        title={t('orgs.title')}
        description={t('orgs.about')}
        actions={<ListActions view={view} />}
      />
      <div className="flex flex-col gap-3">
        <OrganisationFilter view={view} />
        <ActiveFilters
          label={t('staff.filter_active')}
          removeWord={t('staff.filter_remove')}
          filters={view.filter.active}
        />
      </div>
      {view.rows.length === 0 ? (
        <EmptyState
          title={t('orgs.none')}
          action={view.isFiltered && <LinkButton href="/organisations">{t('staff.show_all')}</LinkButton>}
        >
          {t(view.isFiltered ? 'orgs.none_filtered' : 'orgs.none_about')}
        </EmptyState>
      ) : (
        <>
          <p role="status" className="-mb-3 text-ink-soft">
            {count}
          </p>
          <OrganisationTable caption={t('orgs.title')} rows={view.rows} showsAbove />
          <Pagination
            label={t('staff.pages')}
            countText={count}
            {...view.pages}
            words={{ first: t('staff.first'), previous: t('staff.previous'), next: t('staff.next') }}
          />
        </>
      )}
    </>
  )
}

function OrganisationFilter({ view }: { view: OrganisationListView }) {
  const t = useT()
  const { values, options } = view.filter
  const select = (name: keyof typeof options) => (
    <FilterSelect
      name={name}
      label={t(`orgs.filter_${name}`)}
      anyLabel={t('staff.filter_any')}
      options={options[name]}
      defaultValue={values[name]}
    />
  )
  return (
    <FilterBar
      key={JSON.stringify(values)}
      label={t('staff.filter')}
      applyLabel={t('staff.filter_apply')}
      clearLabel={t('staff.filter_clear')}
      clearHref="/organisations"
    >
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
    </FilterBar>
  )
}

function ListActions({ view }: { view: OrganisationListView }) {
  const t = useT()
  return (
    <>
      {view.newHref && (
        <LinkButton href={view.newHref} variant="primary" icon={Plus}>
          {t('orgs.new')}
        </LinkButton>
      )}
      <SavedFiltersMenu />
      {view.importHref && (
        <LinkButton href={view.importHref} icon={FileUp}>
          {t('orgs.import')}
        </LinkButton>
      )}
      {view.exportHref && view.rows.length > 0 && (
        <LinkButton href={view.exportHref} icon={FileSpreadsheet} download>
          {t('staff.export')}
        </LinkButton>
      )}
    </>
  )
}
