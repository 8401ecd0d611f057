// Asking before what cannot be taken back, with the consequence in numbers: a page of its own, so that it works by link,
// without script, and can be gone back from.
import type { ReactNode } from 'react'
import { LinkButton } from './button.tsx'

interface ConfirmPanelProps {
  /** What will happen, to how many. */
  consequence: ReactNode
  cancelLabel: string
  cancelHref: string
  /** The form that does it, with its own danger button. */
  children: ReactNode
}

/** The body of the page; its h1 is the question. */
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
