// Facts of a record as term and value, ruled like a paper form; two columns where there is room.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

export interface Fact {
  term: string
  value: ReactNode
  /** Where it comes from, since when. */
  note?: ReactNode
  /** A link or button of this one fact. */
  action?: ReactNode
}

export function FactList({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 }) {
  return (
    <dl
      className={classes('grid border-t border-line-strong', columns === 2 && 'md:grid-cols-2 md:gap-x-10')}
    >
      {facts.map((fact) => (
        <div key={fact.term} className="flex gap-3 border-b border-line py-2">
          <dt className="w-[7em] shrink-0 text-ink-soft md:w-[8em]">{fact.term}</dt>
          <dd className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
            <div className="min-w-0">
              {fact.value}
              {fact.note && <div className="text-sm text-ink-soft">{fact.note}</div>}
            </div>
            {fact.action && (
              <div className="max-md:-my-2.5 max-md:[&_a]:block max-md:[&_a]:py-2.5">{fact.action}</div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
