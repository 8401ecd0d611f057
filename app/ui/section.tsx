// A part of a page with its own heading, reachable by its id.
import type { ReactNode } from 'react'

interface SectionProps {
  /** Also the fragment by which links reach it. */
  id: string
  title: string
  description?: ReactNode
  actions?: ReactNode
  /** 3 inside another section. */
  level?: 2 | 3
  children: ReactNode
}

export function Section({ id, title, description, actions, level = 2, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const headingId = `${id}-heading`
  return (
    <section id={id} aria-labelledby={headingId} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <Heading id={headingId} className={level === 2 ? 'text-lg font-semibold' : 'font-semibold'}>
            {title}
          </Heading>
          {description && <div className="text-ink-soft">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
