// Views of one record as links: each has its own address, so back, bookmarks and new windows work.
import { useLocation } from '@remix-run/react'
import { classes } from './class-names.ts'
import { Link } from './link.tsx'

export interface TabItem {
  href: string
  label: string
  current?: boolean
  /** A number beside the word, already formatted. */
  count?: string
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex gap-x-6 overflow-x-auto border-b border-line-strong">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              to={tab.href}
              keepScroll
              aria-current={tab.current ? 'page' : undefined}
              className={classes(
                'flex min-h-11 items-center gap-2 border-b-3 px-0.5 -outline-offset-3 hover:text-accent',
                tab.current ? 'border-accent font-semibold text-accent' : 'border-transparent text-ink-soft',
              )}
            >
              {tab.label}
              {tab.count && (
                <span className="text-sm font-normal text-ink-soft tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The parts of a room, under every page's head: the one that the address lies in is marked. */
export function PartTabs({ label, parts }: { label: string; parts: readonly Omit<TabItem, 'current'>[] }) {
  const { pathname } = useLocation()
  const around = parts.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  const nearest = around.toSorted((one, other) => other.href.length - one.href.length)[0]
  return <Tabs label={label} tabs={parts.map((part) => ({ ...part, current: part === nearest }))} />
}
