// What waits for the reader: a figure, what it is, and by when; each line is a link to where it is done.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export interface WaitingTask {
  href: string
  /** How many, already formatted. */
  figure: string
  title: string
  note?: ReactNode
  /** A state tag: due today, late. */
  tag?: ReactNode
}

export function TaskList({ tasks }: { tasks: readonly WaitingTask[] }) {
  return (
    <ul className="divide-y divide-line border-b border-line-strong">
      {tasks.map((task) => (
        <li key={task.href}>
          <Link
            to={task.href}
            className="group grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-center gap-x-4 py-3 -outline-offset-3 hover:bg-sunken md:grid-cols-[4rem_minmax(0,1fr)_auto]"
          >
            <span className="text-end text-2xl font-semibold text-accent tabular-nums">{task.figure}</span>
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium underline-offset-4 group-hover:underline">{task.title}</span>
                {task.tag}
              </span>
              {task.note && <span className="block text-sm text-ink-soft">{task.note}</span>}
            </span>
            <Icon shape="chevron-right" className="me-1 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
