// The staff list's filter: a sentence with blanks that lives in the address.

import { FilterBar, FilterSelect, FilterText } from '#app/ui/filter-bar.tsx'
import { useOrganisationSuggestions } from './organisation-suggestions.tsx'
import type { StaffFilterView } from './staff-views.ts'
import { useT } from './words.tsx'

interface StaffFilterProps {
  filter: StaffFilterView
  /** The search that the filter narrows; it stays. */
  query: string
}

export function StaffFilter({ filter, query }: StaffFilterProps) {
  const t = useT()
  const { suggestions, onInput } = useOrganisationSuggestions()
  const select = (name: keyof StaffFilterView['options']) => ({
    name,
    label: t(`staff.filter_${name}`),
    anyLabel: t('staff.filter_any'),
    options: filter.options[name],
    defaultValue: filter.values[name],
  })
  return (
    <FilterBar
      key={JSON.stringify(filter.values)}
      label={t('staff.filter')}
      applyLabel={t('staff.filter_apply')}
      clearLabel={t('staff.filter_clear')}
      clearHref={query ? `/staff?q=${encodeURIComponent(query)}` : '/staff'}
      more={{
        label: t('staff.filter_more'),
        open: filter.isMoreOpen,
        controls: <MoreFilters {...{ filter, select }} />,
      }}
    >
      {query && <input type="hidden" name="q" value={query} />}
      {filter.values.sort && <input type="hidden" name="sort" value={filter.values.sort} />}
      <FilterText
        name="place"
        label={t('staff.filter_place')}
        placeholder={t('staff.filter_place_hint')}
        defaultValue={filter.organisation}
        suggestions={suggestions}
        onInput={onInput}
        wide
      />
      <FilterSelect {...select('stage')} />
      <FilterSelect {...select('subject')} />
      <FilterSelect {...select('title')} />
      <FilterSelect {...select('status')} />
    </FilterBar>
  )
}

interface MoreFiltersProps {
  filter: StaffFilterView
  select: (name: keyof StaffFilterView['options']) => Parameters<typeof FilterSelect>[0]
}

function MoreFilters({ filter, select }: MoreFiltersProps) {
  const t = useT()
  const number = (name: string, label: string, after: string) => (
    <FilterText type="number" name={name} label={label} after={after} defaultValue={filter.values[name]} />
  )
  return (
    <>
      <FilterSelect {...select('honour')} />
      <FilterSelect {...select('post')} />
      <FilterSelect {...select('establishment')} />
      {number('ageFrom', t('staff.filter_age'), t('staff.filter_to'))}
      {number('ageTo', t('staff.filter_age_to'), t('staff.filter_years_old'))}
      {number('yearsFrom', t('staff.filter_years'), t('staff.filter_to'))}
      {number('yearsTo', t('staff.filter_years_to'), t('staff.filter_years_here'))}
      <FilterText type="date" name="asOf" label={t('staff.filter_as_of')} defaultValue={filter.values.asOf} />
    </>
  )
}
