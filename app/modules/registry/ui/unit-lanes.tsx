// The three units of a person, each dated and apart: who holds the establishment post, where they work, who pays.
// Words first; the lanes under them show the same over the years. SVG by attributes alone: the page allows no styles.

import { classes } from '#app/ui/class-names.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { LaneSpan, LaneView } from './staff-views.ts'
import { useT } from './words.tsx'

interface UnitLanesProps {
  lanes: readonly LaneView[]
  ticks: readonly { label: string; at: number }[]
}

export function UnitLanes({ lanes, ticks }: UnitLanesProps) {
  return (
    <div className="border-t border-line-strong">
      {lanes.map((lane) => (
        <div
          key={lane.key}
          className="grid gap-x-6 gap-y-1.5 border-b border-line py-3 md:grid-cols-[17rem_minmax(0,1fr)]"
        >
          <div className="min-w-0">
            <h3 className="text-sm text-ink-soft">{lane.title}</h3>
            <p className="font-medium">
              {lane.href ? <TextLink href={lane.href}>{lane.unit}</TextLink> : lane.unit}
            </p>
            <p className="text-sm text-ink-soft tabular-nums">{lane.since}</p>
          </div>
          <Lane lane={lane} />
        </div>
      ))}
      <Years ticks={ticks} />
    </div>
  )
}

const height = 40

function Lane({ lane }: { lane: LaneView }) {
  const t = useT()
  return (
    <div className="self-center">
      <svg width="100%" height={height} aria-hidden="true" className="block">
        <rect y="4" width="100%" height={height - 8} className="fill-sunken" />
        {lane.spans.map((span) => (
          <Span key={span.key} span={span} />
        ))}
      </svg>
      <ol aria-label={t('staff.lane_history', { unit: lane.title })} className="sr-only">
        {lane.spans.map((span) => (
          <li key={span.key}>{`${span.period} ${span.label}`}</li>
        ))}
      </ol>
    </div>
  )
}

function Span({ span }: { span: LaneSpan }) {
  return (
    <svg x={`${span.start}%`} width={`${span.length}%`} height={height}>
      <title>{`${span.period} ${span.label}`}</title>
      <rect
        x="1"
        y="4"
        width="100%"
        height={height - 8}
        className={span.isNow ? 'fill-accent-soft stroke-accent-line' : 'fill-surface stroke-line-strong'}
      />
      <rect
        x="0"
        y="4"
        width="4"
        height={height - 8}
        className={span.isNow ? 'fill-accent-fill' : 'fill-line-strong'}
      />
      {labelWidths.map(({ pixels, when }) => (
        <text
          key={when}
          x="12"
          y="25"
          className={classes('text-sm', when, span.isNow ? 'fill-accent' : 'fill-ink-soft')}
        >
          {shortened(span.label, (span.length / 100) * pixels - 16)}
        </text>
      ))}
    </svg>
  )
}

/** How wide a lane is at least, on a desk and on a phone. */
const labelWidths = [
  { pixels: 620, when: 'max-md:hidden' },
  { pixels: 320, when: 'md:hidden' },
]

/** As much of the label as has room; a character or two say nothing. */
function shortened(label: string, pixels: number): string {
  const isWide = /\p{Script=Han}/u.test(label)
  const characters = [...label]
  const room = Math.floor(pixels / (isWide ? 14 : 7.5))
  if (characters.length <= room) return label
  return room > 2 ? `${characters.slice(0, room - 1).join('')}…` : ''
}

function Years({ ticks }: Pick<UnitLanesProps, 'ticks'>) {
  return (
    <div className="pb-2 md:ps-[18.5rem]">
      <svg width="100%" height="24" aria-hidden="true" className="block overflow-visible">
        {ticks.map((tick) => (
          <g key={tick.label}>
            <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="5" className="stroke-line-strong" />
            <text
              x={`${tick.at}%`}
              y="19"
              textAnchor={anchorAt(tick.at)}
              className="fill-ink-soft text-xs tabular-nums"
            >
              {tick.label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

function anchorAt(percent: number) {
  if (percent < 4) return 'start'
  return percent > 96 ? 'end' : 'middle'
}
