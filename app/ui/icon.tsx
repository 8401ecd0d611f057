// One size and weight for every icon; icons never speak, the word beside them does.
import type { LucideIcon } from 'lucide-react'
import { classes } from './class-names.ts'

export type IconShape = LucideIcon

export function Icon({ shape: Shape, className }: { shape: IconShape; className?: string }) {
  return (
    <Shape aria-hidden="true" strokeWidth={1.75} className={classes('size-[1.2em] shrink-0', className)} />
  )
}
