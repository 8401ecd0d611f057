// A standing message inside the page: what happened or holds, and what comes next. The word says the tone, not the colour alone.
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon, type IconShape } from './icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<NoticeTone, { shape: IconShape; box: string; word: string }> = {
  info: { shape: Info, box: 'border-accent-line bg-accent-soft', word: 'text-accent' },
  success: { shape: CircleCheck, box: 'border-green-line bg-green-soft', word: 'text-green' },
  warning: { shape: TriangleAlert, box: 'border-amber-line bg-amber-soft', word: 'text-amber' },
  danger: { shape: OctagonAlert, box: 'border-red-line bg-red-soft', word: 'text-red' },
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
