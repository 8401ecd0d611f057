// The sign: three ripples, one for each tier that the net joins; and the same ripples as a quiet ground.
import { useId } from 'react'
import { classes } from './class-names.ts'

export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classes('shrink-0', className)}>
      <path d="M0 3a3 3 0 0 1 3-3h26a3 3 0 0 1 3 3v26a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3Z" className="fill-lake" />
      <g fill="none" strokeWidth="2.25" strokeLinecap="round" className="stroke-on-lake">
        <path d="M5.5 25a10.5 10.5 0 0 1 21 0" />
        <path d="M10 25a6 6 0 0 1 12 0" />
        <path d="M5.5 9.5q5.25-4 10.5 0t10.5 0" />
      </g>
      <circle cx="16" cy="24.25" r="1.75" className="fill-on-lake" />
    </svg>
  )
}

/** Waves 青海波 behind the sign-in page's words, rising from the foot. Purely ornament. */
export function RippleGround({ className }: { className?: string }) {
  const id = useId()
  return (
    <svg aria-hidden="true" className={classes('pointer-events-none', className)}>
      <defs>
        <pattern id={id} width="96" height="48" patternUnits="userSpaceOnUse">
          {waves.map(({ x, y }) => (
            <g key={`${x} ${y}`} stroke="currentColor" className="fill-lake">
              {rings.map((radius) => (
                <circle key={radius} cx={x} cy={y} r={radius} />
              ))}
            </g>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}

const rings = [47, 36, 25, 14] as const

/** Centres of the waves that reach into one tile, upper rows first: each row covers the feet of the one above. */
const waves = [0, 24, 48, 72, 96].flatMap((y, row) => (row % 2 === 0 ? [48] : [0, 96]).map((x) => ({ x, y })))
