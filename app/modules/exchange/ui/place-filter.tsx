// The school or place in a filter of the exchange's lists, offered while one types.
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { useT } from './words.tsx'

interface PlaceFilterProps {
  value: string
  organisations: OrganisationSuggestions
}

export function PlaceFilter({ value, organisations }: PlaceFilterProps) {
  const t = useT()
  return (
    <FilterText
      name="place"
      label={t('due.filter_place')}
      placeholder={t('due.filter_place_hint')}
      defaultValue={value}
      {...organisations}
      wide
    />
  )
}
