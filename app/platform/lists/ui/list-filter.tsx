// The filter of a list, with the words that all lists share.
import type { ComponentProps } from 'react'
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx'
import { useT } from './words.tsx'

type ListFilterProps = Omit<ComponentProps<typeof FilterBar>, 'label' | 'applyLabel' | 'clearLabel'>

export function ListFilter(props: ListFilterProps) {
  const t = useT()
  const words = {
    label: t('list.filter'),
    applyLabel: t('list.filter_apply'),
    clearLabel: t('list.filter_clear'),
  }
  return <FilterBar {...words} {...props} />
}

type ListSelectProps = Omit<ComponentProps<typeof FilterSelect>, 'anyLabel'> & { anyLabel?: string }

/** A choice of which any is one. */
export function ListSelect(props: ListSelectProps) {
  const t = useT()
  return <FilterSelect anyLabel={t('list.any')} {...props} />
}
