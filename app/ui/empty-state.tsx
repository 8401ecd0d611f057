// Where a list has nothing: why it is empty, and what to do about it.
import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  children?: ReactNode
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-sm border border-dashed border-line-strong px-5 py-8 md:px-8">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-2xl text-ink-soft">{children}</div>}
      {action && <div className="flex flex-wrap gap-3">{action}</div>}
    </div>
  )
}
