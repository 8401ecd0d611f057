// A short menu under a word in the top bar (person, organisation). A native fold: opens without script, and with it
// closes on Escape, on leaving, and after going somewhere.
import { useLocation } from '@remix-run/react'
import type { ButtonHTMLAttributes, FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { Link } from './link.tsx'

interface MenuProps {
  label: string
  icon?: IconName
  /** On a phone the icon stands alone; the label is still read aloud. */
  iconOnlyOnPhone?: boolean
  /** The side of the trigger that the panel keeps to. */
  align?: 'start' | 'end'
  /** `MenuLink`, `MenuButton` in a form, or a few words. */
  children: ReactNode
}

export function Menu({ label, icon, iconOnlyOnPhone = false, align = 'end', children }: MenuProps) {
  const { key } = useLocation()
  return (
    <details key={key} onKeyDown={closeOnEscape} onBlur={closeOnLeaving} className="group relative min-w-0">
      <summary className="plain-summary flex min-h-11 items-center gap-1.5 rounded-sm px-2 hover:bg-sunken md:min-h-9">
        {icon && <Icon shape={icon} className="text-ink-soft" />}
        <span className={classes('truncate', iconOnlyOnPhone && 'max-md:sr-only')}>{label}</span>
        <Icon
          shape="chevron-down"
          className="size-4 text-ink-soft transition-transform duration-100 group-open:rotate-180"
        />
      </summary>
      <div
        tabIndex={-1}
        className={classes(
          'absolute top-full z-40 mt-1 w-max max-w-[calc(100vw-2rem)] min-w-52 rounded-sm border border-line bg-surface py-1 shadow-lift',
          align === 'end' ? 'end-0' : 'start-0',
        )}
      >
        {children}
      </div>
    </details>
  )
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>) {
  if (event.key !== 'Escape' || !event.currentTarget.open) return
  event.currentTarget.open = false
  event.currentTarget.querySelector('summary')?.focus()
}

function closeOnLeaving(event: FocusEvent<HTMLDetailsElement>) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
}

const itemLook =
  'flex min-h-11 w-full items-center gap-2 px-4 text-start -outline-offset-3 hover:bg-accent-soft md:min-h-9'

interface MenuLinkProps {
  href: string
  current?: boolean
  /** The language of the words, when it is not the page's. */
  lang?: string
  /** The address answers with a file: the browser fetches it itself. */
  download?: boolean
  children: ReactNode
}

export function MenuLink({ href, current, lang, download = false, children }: MenuLinkProps) {
  return (
    <Link
      to={href}
      isFile={download}
      lang={lang}
      aria-current={current ? 'true' : undefined}
      className={classes(itemLook, current && 'font-semibold text-accent')}
    >
      {children}
    </Link>
  )
}

/** A submit button that looks like a menu's line; its form stands around it. */
export function MenuButton({
  children,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>) {
  return (
    <button {...rest} type="submit" className={itemLook}>
      {children}
    </button>
  )
}
