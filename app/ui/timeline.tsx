// A life in dated entries, newest or oldest first as given; the date stands in the margin as in a chronicle.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { type Tone, ToneMark } from './tag.tsx'

export interface TimelineEntry {
  id: string
  /** As shown, e.g. "2026-09-01" or "2026-09-01 to 2029-08-31". */
  date: string
  /** For machines: `YYYY-MM-DD`. */
  dateTime?: string
  title: ReactNode
  body?: ReactNode
  /** Who entered it, from which import or decision. */
  meta?: ReactNode
  tone?: Tone
}

export interface TimelineGroup {
  /** Usually a year. */
  heading: string
  entries: readonly TimelineEntry[]
}

interface TimelineProps {
  /** Names the list where no heading does. */
  label: string
  /** Groups are drawn under small headings; a single group may have an empty one. */
  groups: readonly TimelineGroup[]
  headingLevel?: 3 | 4
}

export function Timeline({ label, groups, headingLevel = 3 }: TimelineProps) {
  const Heading = headingLevel === 3 ? 'h3' : 'h4'
  return (
    <div className="flex flex-col">
      {groups.map((group) => (
        <div key={group.heading}>
          {group.heading && (
            <Heading className="pb-1 text-lg font-semibold text-accent tabular-nums">{group.heading}</Heading>
          )}
          <ol aria-label={group.heading ? `${label} ${group.heading}` : label}>
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  )
}

const markTones: Record<Tone, string> = {
  neutral: 'text-ink-soft',
  accent: 'text-accent',
  red: 'text-red',
  amber: 'text-amber',
  green: 'text-green',
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const tone = entry.tone ?? 'neutral'
  return (
    <li className="group grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 md:grid-cols-[7.5rem_1.25rem_minmax(0,1fr)] md:gap-x-3">
      <p className="col-start-2 row-start-1 text-sm text-ink-soft tabular-nums md:col-start-1 md:pt-px md:text-end">
        <time dateTime={entry.dateTime}>{entry.date}</time>
      </p>
      <div className="relative col-start-1 row-span-2 row-start-1 md:col-start-2 md:row-span-1">
        <span className="absolute inset-y-0 start-1/2 w-px -translate-x-1/2 bg-line-strong group-first:top-3 group-last:bottom-auto group-last:h-3" />
        <span className="absolute start-1/2 top-1.5 -translate-x-1/2 bg-paper py-1">
          <ToneMark tone={tone} className={classes('block', markTones[tone])} />
        </span>
      </div>
      <div className="col-start-2 row-start-2 pb-5 md:col-start-3 md:row-start-1">
        <p className="font-medium">{entry.title}</p>
        {entry.body && <div>{entry.body}</div>}
        {entry.meta && <div className="text-sm text-ink-soft">{entry.meta}</div>}
      </div>
    </li>
  )
}
