// The staff list's filter: a sentence with blanks that lives in the address.

import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
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
    options: filter.options[name],
    defaultValue: filter.values[name],
  })
  return (
    <ListFilter
      key={JSON.stringify(filter.values)}
      clearHref={query ? `/staff?q=${encodeURIComponent(query)}` : '/staff'}
      more={{
        label: t('staff.filter_more'),
        href: filter.moreHref,
        open: filter.isMoreOpen,
        controls: <MoreFilters {...{ filter, select }} />,
      }}
    >
      {filter.organisationIds.map((id) => (
        <input key={id} type="hidden" name="org" value={id} />
      ))}
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
      <ListSelect {...select('stage')} />
      <ListSelect {...select('subject')} />
      <ListSelect {...select('title')} />
      <ListSelect {...select('status')} anyLabel={t('staff.status_in_service')} />
    </ListFilter>
  )
}

interface MoreFiltersProps {
  filter: StaffFilterView
  select: (name: keyof StaffFilterView['options']) => Parameters<typeof ListSelect>[0]
}

function MoreFilters({ filter, select }: MoreFiltersProps) {
  const t = useT()
  const between = (from: string, to: string, label: string) => (
    <span className="contents md:inline-flex md:items-baseline md:gap-x-1.5">
      <FilterText type="number" name={from} label={label} defaultValue={filter.values[from]} />
      <FilterText
        type="number"
        name={to}
        label={t('staff.filter_to')}
        spokenBefore={label}
        defaultValue={filter.values[to]}
      />
    </span>
  )
  return (
    <>
      <ListSelect {...select('honour')} />
      <ListSelect {...select('post')} />
      <ListSelect {...select('category')} />
      <ListSelect {...select('schoolPost')} />
      <ListSelect {...select('establishment')} />
      <ListSelect {...select('lacks')} />
      {between('ageFrom', 'ageTo', t('staff.filter_age'))}
      {between('yearsFrom', 'yearsTo', t('staff.filter_years'))}
      <FilterText type="date" name="asOf" label={t('staff.filter_as_of')} defaultValue={filter.values.asOf} />
    </>
  )
}
