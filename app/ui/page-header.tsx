// The head of every page: where one is, its one h1, its state, and what can be done next.
import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  description?: ReactNode
  /** Breadcrumbs. */
  trail?: ReactNode
  /** State tags beside the title. */
  tags?: ReactNode
  /** The one primary button first. */
  actions?: ReactNode
}

export function PageHeader({ title, description, trail, tags, actions }: PageHeaderProps) {
  return (
    <header className="rule-thick-thin flex flex-col gap-2 pb-3 md:pb-4">
      {trail}
      <div className="flex flex-col gap-4 md:flex-row md:flex-wrap md:items-end md:justify-between">
        <div className="min-w-0 flex-1 md:min-w-80">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl font-semibold">{title}</h1>
            {tags && <div className="flex flex-wrap gap-2">{tags}</div>}
          </div>
          {description && <div className="mt-1 max-w-3xl text-pretty text-ink-soft">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
    </header>
  )
}
