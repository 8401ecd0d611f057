// The way up. A phone shows only the next page up, as the way back.
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export interface Crumb {
  href: string
  label: string
}

/** `crumbs` are the pages above this one; the page itself is its h1. */
export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1">
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1
          return (
            <li
              key={crumb.href}
              className={classes('items-center gap-1', isLast ? 'flex' : 'hidden md:flex')}
            >
              {isLast && <Icon shape="chevron-left" className="text-ink-soft md:hidden" />}
              <Link
                to={crumb.href}
                className="flex min-h-11 items-center text-accent underline-offset-4 hover:underline md:min-h-7"
              >
                {crumb.label}
              </Link>
              {!isLast && <Icon shape="chevron-right" className="text-ink-soft" />}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
