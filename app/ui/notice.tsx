// A standing message inside the page: what happened or holds, and what comes next. The word says the tone, not the colour alone.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<NoticeTone, { shape: IconName; box: string; word: string }> = {
  info: { shape: 'info', box: 'border-accent-line bg-accent-soft', word: 'text-accent' },
  success: { shape: 'circle-check', box: 'border-green-line bg-green-soft', word: 'text-green' },
  warning: { shape: 'triangle-alert', box: 'border-amber-line bg-amber-soft', word: 'text-amber' },
  danger: { shape: 'octagon-alert', box: 'border-red-line bg-red-soft', word: 'text-red' },
}

interface NoticeProps {
  tone?: NoticeTone
  /** The tone as a word, or a short headline. */
  word: string
  children?: ReactNode
  action?: ReactNode
}

export function Notice({ tone = 'info', word, children, action }: NoticeProps) {
  const look = looks[tone]
  return (
    <div className={classes('flex gap-3 max-md:flex-wrap rounded-sm border px-4 py-3', look.box)}>
      <Icon shape={look.shape} className={classes('mt-[0.2em]', look.word)} />
      <div className="min-w-0 flex-1">
        <p className={classes('font-semibold', look.word)}>{word}</p>
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action && <div className="self-center max-md:basis-full max-md:ps-8">{action}</div>}
    </div>
  )
}
