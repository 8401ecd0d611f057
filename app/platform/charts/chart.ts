/** What a picture shows, before anything is drawn: the figures, their words, and the table that says the same. */

/** A row of figures with its name; null: not known. `tone` where the row itself is good or bad. */
export type Series = { name: string; values: readonly (number | null)[]; tone?: ChartTone }
export type ChartTone = 'good' | 'fair' | 'warn' | 'bad'

type Common = {
  /** Says what is shown, of what and when; also read aloud. */
  title: string
  /** What the figures count, in words. */
  unit: string
}

/** Series over the same labels. */
type Along = Common & { labels: readonly string[]; labelsName: string; series: readonly Series[] }

export type Chart =
  | (Along & { kind: 'bar' | 'line' })
  /** Parts of each label's whole, in percent of it. */
  | (Along & { kind: 'share' })
  /** Two series back to back, the labels between: youngest below. */
  | (Along & { kind: 'pyramid'; series: readonly [Series, Series] })
  /** One figure a day; days without one are 0. */
  | (Common & {
      kind: 'heat'
      from: string
      to: string
      days: readonly (readonly [day: string, value: number])[]
    })
  /** How much goes from where to where; a name stands on one side only. */
  | (Common & {
      kind: 'flow'
      headings: readonly [from: string, to: string]
      flows: readonly (readonly [from: string, to: string, value: number])[]
    })

/** The same as a table: headings, then rows of text and figures. */
export type TableTwin = {
  headings: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

export function tableTwin(chart: Chart): TableTwin {
  if (chart.kind === 'heat') return { headings: [chart.title, chart.unit], rows: chart.days }
  if (chart.kind === 'flow') return { headings: [...chart.headings, chart.unit], rows: chart.flows }
  const { labels, labelsName, series } = chart
  return {
    headings: [labelsName, ...series.map(({ name }) => name)],
    rows: labels.map((label, at) => [label, ...series.map(({ values }) => values[at] ?? null)]),
  }
}

/** Whether there is anything to draw. */
export function isEmptyChart(chart: Chart): boolean {
  if (chart.kind === 'heat') return chart.days.every(([, value]) => value === 0)
  if (chart.kind === 'flow') return chart.flows.every(([, , value]) => value === 0)
  return chart.series.every(({ values }) => values.every((value) => !value))
}
