// One size and weight for every icon; icons never speak, the word beside them does.
import type { LucideIcon } from 'lucide-react'
import { classes } from './class-names.ts'

/** A component of the library, or the address of a picture in a file of several. */
export type IconShape = LucideIcon | string

export function Icon({ shape, className }: { shape: IconShape; className?: string }) {
  const look = { 'aria-hidden': true, className: classes('size-[1.2em] shrink-0', className) } as const
  if (typeof shape !== 'string') {
    const Shape = shape
    return <Shape {...look} strokeWidth={1.75} />
  }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the word beside it speaks
    <svg {...look}>
      <use href={shape} />
    </svg>
  )
}
