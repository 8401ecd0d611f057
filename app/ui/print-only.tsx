// What belongs to paper alone (scope, as-of date, signatures), and what does not belong on it.
import type { ReactNode } from 'react'

export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="hidden print:block">{children}</div>
}

export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="print:hidden">{children}</div>
}
