/** A chart on a page: the picture, and under a fold the table that says the same. */
import type { ReactNode } from 'react'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { type Chart, isEmptyChart, tableTwin } from './chart.ts'
import type { Size } from './option.ts'

interface ChartFigureProps {
  chart: Chart
  size: Size
  src: string
  /** A table that says more than the picture, in place of its twin. */
  table?: ReactNode
}

export function ChartFigure({ chart, size, src, table }: ChartFigureProps) {
  const t = useT()
  if (isEmptyChart(chart)) return <p className="text-ink-soft">{t('chart.empty')}</p>
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <img src={src} alt={chart.title} {...size} className="h-auto w-full max-w-full" />
      <Disclosure label={t('chart.table')}>{table ?? <Twin chart={chart} />}</Disclosure>
    </figure>
  )
}

function Twin({ chart }: { chart: Chart }) {
  const { headings, rows } = tableTwin(chart)
  return (
    <div className="overflow-x-auto">
      <table className="min-w-full text-sm">
        <caption className="sr-only">{chart.title}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            {headings.map((heading, at) => (
              <th key={heading} scope="col" className={at === 0 ? 'py-1 text-start' : 'py-1 ps-4 text-end'}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')} className="border-b border-line">
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={headings[at]} scope="row" className="py-1 text-start font-normal">
                    {cell}
                  </th>
                ) : (
                  <td key={headings[at]} className="py-1 ps-4 text-end tabular-nums">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
