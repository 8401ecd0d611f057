// Buttons act, link buttons go. One primary a page; danger only where something is taken away.
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { Link } from './link.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const frame =
  'inline-flex min-h-11 md:min-h-9 items-center justify-center gap-2 rounded-sm border px-4 py-1.5 text-base font-medium no-underline transition-colors duration-100 print:hidden'

const looks: Record<ButtonVariant, string> = {
  primary:
    'border-accent-fill bg-accent-fill text-on-fill hover:border-accent-fill-strong hover:bg-accent-fill-strong',
  secondary: 'border-control bg-surface text-ink hover:border-accent hover:text-accent',
  quiet: 'border-transparent text-accent hover:bg-accent-soft',
  danger: 'border-red-fill bg-red-fill text-on-fill hover:border-red-fill-strong hover:bg-red-fill-strong',
}

/** The look of a button, for the rare element that is neither a button nor a link (a summary). */
export function buttonLook(variant: ButtonVariant = 'secondary'): string {
  return classes(frame, looks[variant])
}

interface ButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'className'> {
  variant?: ButtonVariant
  icon?: IconName
  /** The act is under way: shows it, and cannot be sent twice. */
  pending?: boolean
  /** Words while pending; without them the label stays. */
  pendingLabel?: string
}

export function Button({
  variant = 'secondary',
  icon,
  pending = false,
  pendingLabel,
  disabled,
  type = 'submit',
  children,
  ...rest
}: ButtonProps) {
  const shownIcon = pending ? 'loader-circle' : icon
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={classes(
        buttonLook(variant),
        pending ? 'disabled:cursor-progress' : 'disabled:cursor-not-allowed disabled:opacity-55',
      )}
    >
      {shownIcon && <Icon shape={shownIcon} className={pending ? 'animate-spin' : undefined} />}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  )
}

interface LinkButtonProps {
  href: string
  variant?: ButtonVariant
  icon?: IconName
  /** The address answers with a file: the browser fetches it itself. */
  download?: boolean
  children: ReactNode
}

export function LinkButton({ href, variant, icon, download = false, children }: LinkButtonProps) {
  return (
    <Link to={href} isFile={download} className={buttonLook(variant)}>
      {icon && <Icon shape={icon} />}
      {children}
    </Link>
  )
}

/** A form's buttons: the main act first, in thumb's reach on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3 pt-2 md:flex-row md:flex-wrap md:items-center print:hidden">
      {children}
    </div>
  )
}
