// Counties through the years: red and amber as a table of ratios, and the way of each ratio in a small picture, all to one scale.
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Link } from '#app/ui/link.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { BoardView } from '../parity.view.server.ts'
import { useT } from './parity-words.tsx'

type Row = BoardView['map']['rows'][number]

export function RatioMap({ map }: { map: BoardView['map'] }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'name', header: t('pay.col_county'), cell: (row) => row.name, primary: true },
    ...map.years.map(
      (year): Column<Row> => ({
        ...{ key: year, header: year },
        cell: ({ cells }) => <Cell cell={cells.find(({ key }) => key === year)} />,
      }),
    ),
  ]
  return (
    <DataTable
      caption={t('pay.map')}
      captionHidden
      columns={columns}
      rows={map.rows}
      rowKey={(row) => row.key}
    />
  )
}

function Cell({ cell }: { cell: Row['cells'][number] | undefined }) {
  if (!cell) return null
  const { ratio, state, href } = cell
  return (
    <Link to={href} title={state.label}>
      <Tag tone={state.tone}>
        {ratio}
        <span className="sr-only"> {state.label}</span>
      </Tag>
    </Link>
  )
}

const WIDTH = 160
const HEIGHT = 56
const PAD = 6
/** What is always on the scale, so that little is not drawn as much. */
const LEAST = 0.95
const MOST = 1.05

export function RatioMultiples({ map }: { map: BoardView['map'] }) {
  const t = useT()
  const known = map.rows.flatMap(({ ratios }) => ratios.filter((one) => one !== null))
  const [least, most] = [Math.min(LEAST, ...known), Math.max(MOST, ...known)]
  const y = (ratio: number) => PAD + ((most - ratio) / (most - least)) * (HEIGHT - 2 * PAD)
  const x = (at: number) => PAD + (at / Math.max(1, map.years.length - 1)) * (WIDTH - 2 * PAD)
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
      {map.rows.map(({ key, name, ratios, cells }) => {
        const points = ratios.flatMap((ratio, at) => (ratio === null ? [] : [{ x: x(at), y: y(ratio) }]))
        const says = cells.map((cell) => `${cell.key}: ${cell.ratio}`).join(', ')
        return (
          <li key={key} className="break-inside-avoid">
            <p className="flex justify-between gap-2 text-sm">
              <span className="truncate">{name}</span>
              <span className="tabular-nums">{cells.findLast(({ ratio }) => ratio !== '—')?.ratio}</span>
            </p>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              role="img"
              aria-label={t('pay.multiple_of', { county: name, ratios: says })}
              className="mt-1 h-auto w-full text-accent"
            >
              <line
                x1={0}
                x2={WIDTH}
                y1={y(1)}
                y2={y(1)}
                className="stroke-line-strong"
                strokeDasharray="3 3"
              />
              <polyline
                points={points.map((one) => `${one.x},${one.y}`).join(' ')}
                fill="none"
                stroke="currentColor"
                strokeWidth="2"
              />
              {points.map((one) => (
                <circle key={one.x} cx={one.x} cy={one.y} r="3" fill="currentColor" />
              ))}
            </svg>
          </li>
        )
      })}
    </ul>
  )
}
