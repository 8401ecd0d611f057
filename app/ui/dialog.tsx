// Asking before what cannot be taken back, with the consequence in numbers. The trigger is a link to a page that asks
// the same (ConfirmPanel): with script the question opens in place, without it the page does.
import { Link, useNavigation } from '@remix-run/react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Button, type ButtonVariant, buttonLook, LinkButton } from './button.tsx'

interface ConfirmProps {
  title: string
  /** What will happen, to how many. */
  consequence: ReactNode
  cancelLabel: string
  /** The form that does it, with its own danger button. */
  children: ReactNode
}

interface ConfirmDialogProps extends ConfirmProps {
  trigger: { label: string; href: string; variant?: ButtonVariant }
}

export function ConfirmDialog({ trigger, title, consequence, cancelLabel, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { state } = useNavigation()
  useEffect(() => {
    if (state === 'loading') dialog.current?.close()
  }, [state])
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    dialog.current?.showModal()
  }
  return (
    <>
      <Link to={trigger.href} prefetch="intent" onClick={open} className={buttonLook(trigger.variant)}>
        {trigger.label}
      </Link>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-sm border-t-4 border-red bg-surface p-5 shadow-lift md:p-7"
      >
        <h2 id={titleId} className="text-lg font-semibold">
          {title}
        </h2>
        <div className="mt-2 mb-6">{consequence}</div>
        <div className="flex flex-wrap gap-3">
          {children}
          <form method="dialog">
            <Button>{cancelLabel}</Button>
          </form>
        </div>
      </dialog>
    </>
  )
}

/** The same question as the body of a page; the page's h1 is the title. */
export function ConfirmPanel({ consequence, cancelLabel, cancelHref, children }: ConfirmPanelProps) {
  return (
    <div className="max-w-form rounded-sm border border-t-4 border-line border-t-red bg-surface p-5 md:p-7">
      <div className="mb-6">{consequence}</div>
      <div className="flex flex-wrap gap-3">
        {children}
        <LinkButton href={cancelHref}>{cancelLabel}</LinkButton>
      </div>
    </div>
  )
}

interface ConfirmPanelProps extends Omit<ConfirmProps, 'title'> {
  cancelHref: string
}
