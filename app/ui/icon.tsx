// One size and weight for every icon; icons never speak, the word beside them does.
import { type IconNode, Icon as LucideDrawing, type LucideIcon } from 'lucide-react'
import { classes } from './class-names.ts'

/** A component of the library, or a drawing that the server sent. */
export type IconShape = LucideIcon | IconNode

export function Icon({ shape, className }: { shape: IconShape; className?: string }) {
  const look = {
    'aria-hidden': true,
    strokeWidth: 1.75,
    className: classes('size-[1.2em] shrink-0', className),
  } as const
  if (Array.isArray(shape)) return <LucideDrawing iconNode={shape} {...look} />
  const Shape = shape as LucideIcon
  return <Shape {...look} />
}
