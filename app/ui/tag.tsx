// A state in one word. Each tone has its own shape, so that it reads without colour and on a grey print.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

export type Tone = 'neutral' | 'accent' | 'red' | 'amber' | 'green'

const looks: Record<Tone, string> = {
  neutral: 'border-line-strong bg-sunken text-ink-soft',
  accent: 'border-accent-line bg-accent-soft text-accent',
  red: 'border-red-line bg-red-soft text-red',
  amber: 'border-amber-line bg-amber-soft text-amber',
  green: 'border-green-line bg-green-soft text-green',
}

/** Ring, dot, diamond, triangle, square: one shape a tone. */
const shapes: Record<Tone, ReactNode> = {
  neutral: <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  accent: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  red: <path d="M5 0 10 5 5 10 0 5Z" fill="currentColor" />,
  amber: <path d="M5 .5 10 9.5H0Z" fill="currentColor" />,
  green: <path d="M1 1H9V9H1Z" fill="currentColor" />,
}

/** The tone's shape alone, where the word stands elsewhere. */
export function ToneMark({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={classes('size-2.5 shrink-0', className)}>
      {shapes[tone]}
    </svg>
  )
}

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 rounded-sm border px-2 py-px text-sm whitespace-nowrap',
        looks[tone],
      )}
    >
      <ToneMark tone={tone} className="size-2" />
      {children}
    </span>
  )
}
