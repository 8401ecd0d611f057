// The frame around every page of someone signed in: rail and top bar on a desk, bottom bar on a phone.
import { useLocation, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { Link } from './link.tsx'
import { SkipLink } from './skip-link.tsx'

export interface NavItem {
  href: string
  label: string
  icon: IconName
  current?: boolean
  /** How many wait there, already formatted. */
  count?: string
}

interface ShellProps {
  brand: { name: string; href: string }
  words: { skip: string; nav: string; phoneNav: string; menu: string }
  nav: readonly NavItem[]
  /** Settings, audit: below a rule, for the few. */
  secondaryNav?: readonly NavItem[]
  /** At most five are shown. */
  phoneNav?: readonly NavItem[]
  organisation?: ReactNode
  search?: ReactNode
  inbox?: ReactNode
  languageSwitch?: ReactNode
  personMenu?: ReactNode
  /** The toast's live region. */
  toast?: ReactNode
  children: ReactNode
}

const phoneBarLimit = 5

export function Shell(props: ShellProps) {
  const { brand, words, nav, secondaryNav = [], phoneNav = [], toast, children } = props
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
      <SkipLink label={words.skip} />
      <NavigationProgress />
      <nav
        aria-label={words.nav}
        className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-e border-line bg-sunken lg:flex print:hidden"
      >
        <Link
          to={brand.href}
          className="flex min-h-bar shrink-0 items-center gap-2.5 px-4 text-lg font-semibold -outline-offset-3"
        >
          <BrandMark className="size-7" />
          {brand.name}
        </Link>
        <NavList items={nav} secondary={secondaryNav} />
      </nav>
      <div className="flex min-w-0 flex-col">
        <TopBar {...props} />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-page flex-1 flex-col gap-6 px-4 pt-4 pb-28 md:px-8 md:pt-6 lg:pb-16 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>
      {phoneNav.length > 0 && <PhoneBar label={words.phoneNav} items={phoneNav.slice(0, phoneBarLimit)} />}
      {toast}
    </div>
  )
}

/** Organisation on the left, the rest on the right; on a phone the search takes a line of its own. */
function TopBar(props: ShellProps) {
  const {
    brand,
    words,
    nav,
    secondaryNav = [],
    organisation,
    search,
    inbox,
    languageSwitch,
    personMenu,
  } = props
  return (
    <header className="z-30 flex flex-wrap items-center border-b border-line bg-paper px-2 md:px-6 lg:sticky lg:top-0 lg:min-h-bar lg:flex-nowrap lg:gap-x-3 print:hidden">
      <PhoneMenu words={words} nav={nav} secondary={secondaryNav} />
      <Link
        to={brand.href}
        aria-label={brand.name}
        className={classes(
          'grid size-11 place-items-center lg:hidden',
          Boolean(organisation) && 'max-md:hidden',
        )}
      >
        <BrandMark className="size-7" />
      </Link>
      {organisation && (
        <div className="min-w-0 flex-1 truncate font-medium has-[details]:overflow-visible">
          {organisation}
        </div>
      )}
      {search && (
        <div className="order-last w-full px-2 pb-3 md:w-full lg:order-none lg:w-80 lg:shrink-0 lg:p-0">
          {search}
        </div>
      )}
      <div className="ms-auto flex items-center gap-x-1">
        {inbox}
        {languageSwitch}
        {personMenu}
      </div>
    </header>
  )
}

interface NavListProps {
  items: readonly NavItem[]
  secondary: readonly NavItem[]
}

function NavList({ items, secondary }: NavListProps) {
  return (
    <div className="py-2">
      <NavLinks items={items} />
      {secondary.length > 0 && (
        <div className="mt-3 border-t border-line pt-3">
          <NavLinks items={secondary} />
        </div>
      )}
    </div>
  )
}

function NavLinks({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            to={item.href}
            aria-current={item.current ? 'page' : undefined}
            className={classes(
              'flex min-h-11 items-center gap-3 border-s-4 ps-3 pe-4 -outline-offset-3 lg:min-h-10',
              item.current
                ? 'border-accent bg-surface font-semibold text-accent'
                : 'border-transparent hover:bg-surface hover:text-accent',
            )}
          >
            <Icon shape={item.icon} className={item.current ? undefined : 'text-ink-soft'} />
            <span className="min-w-0 flex-1">{item.label}</span>
            {item.count && <span className="text-sm font-medium text-accent tabular-nums">{item.count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}

interface PhoneMenuProps {
  words: ShellProps['words']
  nav: readonly NavItem[]
  secondary: readonly NavItem[]
}

/** Everything the rail holds, folded; drawn anew after each move, so that it is closed again. */
function PhoneMenu({ words, nav, secondary }: PhoneMenuProps) {
  const { key } = useLocation()
  return (
    <details key={key} className="lg:hidden">
      <summary className="plain-summary grid size-11 place-items-center rounded-sm">
        <Icon shape="menu" className="size-6" />
        <span className="sr-only">{words.menu}</span>
      </summary>
      <nav
        aria-label={words.menu}
        className="absolute inset-x-0 z-40 border-y border-line bg-sunken pb-3 shadow-lift"
      >
        <NavList items={nav} secondary={secondary} />
      </nav>
    </details>
  )
}

function PhoneBar({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line-strong bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-lg">
        {items.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <Link
              to={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                '-mt-px flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-3 text-xs -outline-offset-3',
                item.current ? 'border-accent font-semibold text-accent' : 'border-transparent text-ink-soft',
              )}
            >
              <span className="relative">
                <Icon shape={item.icon} className="size-5.5" />
                {item.count && (
                  <span className="absolute start-full -top-1.5 -ms-1.5 min-w-4 rounded-full bg-accent-fill px-1 whitespace-nowrap text-center text-[0.6875rem] leading-4 font-medium text-on-fill tabular-nums">
                    {item.count}
                  </span>
                )}
              </span>
              <span className="max-w-full truncate px-0.5">{item.label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A hair along the top while the next page is fetched; it appears only when that takes a while. */
function NavigationProgress() {
  const { state } = useNavigation()
  if (state === 'idle') return null
  return (
    <div
      aria-hidden="true"
      className="fixed inset-x-0 top-0 z-50 h-0.5 origin-left animate-creep bg-accent print:hidden"
    />
  )
}
