/** The overview of a staff as its page shows it: two charts, and what is left out of them. */

import type { Chart } from '#app/platform/charts/chart.ts'
import { type ChartView, chartView } from '#app/platform/charts/draw.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { ageBandsOf, type BirthCount, retiringByYear, unknownIn } from '../overview.ts'

export const OVERVIEW_CHARTS = ['ages', 'retiring'] as const
export type OverviewChart = (typeof OVERVIEW_CHARTS)[number]
/** Small enough that its words can still be read on a phone. */
const SIZE = { width: 480, height: 360 }

export type OverviewView = {
  name: string
  href: string
  /** People in service. */
  total: string
  day: string
  charts: { key: OverviewChart; title: string; about: string; view: ChartView }[]
  /** Left out of the pictures; null: nobody is. */
  unknown: string | null
}

type Place = { id: string; name: string }

/** One of the charts, as it is drawn. */
export function overviewChart(
  key: OverviewChart,
  place: Place,
  births: readonly BirthCount[],
  day: PlainDate,
  { t, locale }: Words,
): { chart: Chart; size: typeof SIZE } {
  const told = { name: place.name, day: formatDay(day, locale) }
  const [men, women] = [t('overview.men'), t('overview.women')]
  const unit = t('overview.people')
  if (key === 'ages') {
    const bands = ageBandsOf(births, day)
    const labels = bands.map(({ from, to }) => {
      if (from === 0) return t('overview.under', { age: (to ?? 0) + 1 })
      return to === null ? t('overview.from', { age: from }) : `${from}–${to}`
    })
    const series = [
      { name: men, values: bands.map((band) => band.men) },
      { name: women, values: bands.map((band) => band.women) },
    ] as const
    const title = t('overview.ages_title', told)
    return {
      chart: { kind: 'pyramid', title, unit, labels, labelsName: t('overview.age'), series },
      size: SIZE,
    }
  }
  const years = retiringByYear(births, day)
  const series = [
    { name: men, values: years.map((year) => year.men) },
    { name: women, values: years.map((year) => year.women) },
  ]
  const labels = years.map(({ year }) => String(year))
  const title = t('overview.retiring_title', told)
  return { chart: { kind: 'bar', title, unit, labels, labelsName: t('overview.year'), series }, size: SIZE }
}

export function overviewView(
  place: Place,
  births: readonly BirthCount[],
  day: PlainDate,
  words: Words,
): OverviewView {
  const { t, locale } = words
  const href = `/organisations/${place.id}`
  const unknown = unknownIn(births)
  const total = births.reduce((sum, { count }) => sum + count, 0)
  return {
    name: place.name,
    href,
    total: formatNumber(total, locale),
    day: formatDay(day, locale),
    charts: OVERVIEW_CHARTS.map((key) => {
      const { chart, size } = overviewChart(key, place, births, day, words)
      const view = chartView(chart, size, `${href}/overview/${key}.svg`)
      return { key, title: t(`overview.${key}`), about: t(`overview.${key}_about`), view }
    }),
    unknown: unknown > 0 ? t('overview.unknown', { count: unknown }) : null,
  }
}
