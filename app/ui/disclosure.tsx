// Something more, folded under a word; opens without script and is printed open.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface DisclosureProps {
  label: ReactNode
  open?: boolean
  children: ReactNode
}

export function Disclosure({ label, open, children }: DisclosureProps) {
  return (
    <details open={open} className="group">
      <summary className="plain-summary inline-flex min-h-11 items-center gap-1 pe-2 text-accent hover:text-accent-strong md:min-h-8">
        <Icon shape="chevron-right" className="transition-transform duration-100 group-open:rotate-90" />
        {label}
      </summary>
      <div className="ms-[0.6em] border-s border-line-strong ps-4 pt-1 pb-2">{children}</div>
    </details>
  )
}
