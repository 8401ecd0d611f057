// One size and weight for every icon; icons never speak, the word beside them does. They are drawn in one file for all pages.
import { createContext, useContext } from 'react'
import { classes } from './class-names.ts'
import type { IconName } from './icons.ts'

export const ICON_PATH = '/icons.svg'

/** Where the file is that draws every icon under its name; its address says which drawing of it. */
export const IconFile = createContext(ICON_PATH)

export function Icon({ shape, className }: { shape: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={classes('size-[1.2em] shrink-0', className)}>
      <use href={`${useContext(IconFile)}#${shape}`} />
    </svg>
  )
}
