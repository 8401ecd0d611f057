// The filters that hold now; each goes away by one click.
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface ActiveFilter {
  /** What holds, e.g. "subject: mathematics". */
  label: string
  /** The list's address without this filter. */
  removeHref: string
}

interface ActiveFiltersProps {
  label: string
  /** The verb before a filter's name for screen readers. */
  removeWord: string
  filters: readonly ActiveFilter[]
}

export function ActiveFilters({ label, removeWord, filters }: ActiveFiltersProps) {
  if (filters.length === 0) return null
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {filters.map((filter) => (
        <li key={filter.removeHref}>
          <Link
            to={filter.removeHref}
            keepScroll
            className="group inline-flex min-h-11 items-center gap-1.5 rounded-sm border border-accent-line bg-accent-soft px-2.5 text-sm text-accent hover:border-accent md:min-h-7"
          >
            <VisuallyHidden>{removeWord} </VisuallyHidden>
            {filter.label}
            <Icon shape="x" className="print:hidden" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
