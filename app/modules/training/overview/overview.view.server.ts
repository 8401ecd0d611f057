/** The overview as its page, its report and its file show it: figures by place, subject, age and kind of place, each with its list. */
import { codeLabel, PLACE_TYPES, SUBJECTS } from '#app/modules/registry/index.ts'
import type { Chart } from '#app/platform/charts/chart.ts'
import { chartView } from '#app/platform/charts/draw.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber, formatPercent } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec, SheetValue } from '#app/platform/sheets/sheet-spec.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { AGE_BANDS, OUT_OF_REACH, OUTLOOKS, type OutlookState } from '../outlook.ts'
import {
  type ChildFigure,
  type Dimension,
  type Figure,
  figuresBelow,
  figuresByYear,
  figuresOf,
  figureYears,
  type Place,
} from './overview.queries.server.ts'

export const outlookTones: Record<OutlookState, Tone> = {
  ...{ met: 'green', on_course: 'accent', behind: 'amber', out_of_reach: 'red' },
}

export const OVERVIEW_CHARTS = ['below', 'subject', 'age', 'place', 'years'] as const
export type OverviewChart = (typeof OVERVIEW_CHARTS)[number]

const WIDTH = 560
/** More bars than this nobody reads: the table has them all. */
const MOST_BARS = 16

/** Each bar has its label beside it. */
function sizeOf(chart: Chart) {
  const bars = chart.kind === 'share' ? chart.labels.length : 0
  return { width: WIDTH, height: Math.max(240, 90 + 26 * bars) }
}

const chartTones = { met: 'good', on_course: 'fair', behind: 'warn', out_of_reach: 'bad' } as const

type Counts = Record<OutlookState, number>
type Line = { key: string; label: string; counts: Counts; people: number; params: Record<string, string> }

const none = (): Counts => ({ met: 0, on_course: 0, behind: 0, out_of_reach: 0 })
const total = (counts: Counts) => OUTLOOKS.reduce((all, state) => all + counts[state], 0)

type Asked = { place: Place; year: number }

async function read(db: Db, { place, year }: Asked) {
  const [figures, below, years] = await Promise.all([
    figuresOf(db, place.id, year),
    figuresBelow(db, place, year),
    figuresByYear(db, place.id),
  ])
  return { figures, below, years }
}

/** Lines of one dimension in the order of its codes, what is not known last. */
function linesOf(figures: readonly Figure[], dimension: Dimension, words: Words): Line[] {
  const counts = new Map<string, Counts>()
  for (const { value, state, people } of figures.filter((one) => one.dimension === dimension)) {
    const own = counts.get(value) ?? none()
    own[state] += people
    counts.set(value, own)
  }
  return codesOf(dimension, words)
    .filter(({ value }) => counts.has(value))
    .map(({ value, label }) => {
      const own = counts.get(value) ?? none()
      const params =
        dimension === 'all' ? {} : { [dimension === 'place' ? 'kind' : dimension]: value || UNKNOWN }
      return { key: value || UNKNOWN, label, counts: own, people: total(own), params }
    })
}

/** Stands in addresses for what is not known. */
export const UNKNOWN = 'unknown'

/** What a dimension is divided into, in words. */
export function codesOf(dimension: Dimension, { t, locale }: Words): { value: string; label: string }[] {
  const unknown = { value: '', label: t('training.not_known') }
  const of = (list: readonly { code: string; zh: string; en: string }[]) => [
    ...list.map(({ code }) => ({ value: code, label: codeLabel(list, code, locale) })),
    unknown,
  ]
  switch (dimension) {
    case 'subject':
      return of(SUBJECTS)
    case 'place':
      return of(PLACE_TYPES)
    case 'age':
      return AGE_BANDS.map((value) => (value ? { value, label: t(`training.age_${value}`) } : unknown))
    case 'why':
      return OUT_OF_REACH.map((value) => ({ value, label: t(`training.why_${value}`) }))
    default:
      return [{ value: '', label: t('training.everybody') }]
  }
}

function linesBelow(below: readonly ChildFigure[]): Line[] {
  const lines = new Map<string, Line>()
  for (const { orgId, code, name, state, people } of below) {
    const line = lines.get(orgId) ?? {
      key: orgId,
      label: name,
      counts: none(),
      people: 0,
      params: { place: code },
    }
    line.counts[state] += people
    line.people += people
    lines.set(orgId, line)
  }
  return [...lines.values()]
}

type Shown = Asked & { words: Words }

function chartOf(
  key: OverviewChart,
  { figures, below, years }: Awaited<ReturnType<typeof read>>,
  { place, year, words }: Shown,
): Chart {
  const { t } = words
  const title = t(`training.overview_${key}_title`, { place: place.name, year })
  if (key === 'years') {
    const all = [...new Set(years.map((one) => one.year))]
    const share = (of: number) => {
      const own = years.filter((one) => one.year === of)
      const people = own.reduce((sum, one) => sum + one.people, 0)
      const good = own.filter(({ state }) => state === 'met' || state === 'on_course')
      return people === 0
        ? null
        : Math.round((1000 * good.reduce((sum, one) => sum + one.people, 0)) / people) / 10
    }
    return {
      ...{ kind: 'line', title, unit: t('training.percent'), labelsName: t('training.overview_year') },
      labels: all.map(String),
      series: [{ name: t('training.overview_well'), values: all.map(share) }],
    }
  }
  const lines = key === 'below' ? worstFirst(linesBelow(below)) : linesOf(figures, key, words)
  return {
    ...{ kind: 'share', title, unit: t('training.people') },
    ...{ labels: lines.map(({ label }) => label), labelsName: t(`training.overview_${key}`) },
    series: OUTLOOKS.map((state) => ({
      name: t(`training.outlook_${state}`),
      values: lines.map(({ counts }) => counts[state]),
      tone: chartTones[state],
    })),
  }
}

const notWell = ({ counts, people }: Line) => (counts.behind + counts.out_of_reach) / Math.max(1, people)
const worstFirst = (lines: readonly Line[]) =>
  [...lines].sort((a, b) => notWell(b) - notWell(a)).slice(0, MOST_BARS)

export async function overviewChart(db: Db, key: OverviewChart, { words, ...asked }: Shown) {
  const chart = chartOf(key, await read(db, asked), { ...asked, words })
  return { chart, size: sizeOf(chart) }
}

export const LIST = '/training/people'

/** A line with its figures in words, each leading to who they are. */
function lineView(line: Line, { place, year, words }: Shown) {
  const { locale } = words
  const href = (more: Record<string, string>) =>
    `${LIST}?${new URLSearchParams({ year: String(year), place: place.code, ...line.params, ...more })}`
  return {
    ...{ key: line.key, label: line.label, href: href({}), people: formatNumber(line.people, locale) },
    well: formatPercent(1 - notWell(line)),
    states: OUTLOOKS.map((state) => ({
      state,
      people: formatNumber(line.counts[state], locale),
      share: formatPercent(line.counts[state] / Math.max(1, line.people)),
      href: line.counts[state] > 0 ? href({ state }) : null,
    })),
  }
}
export type LineView = ReturnType<typeof lineView>

export async function overviewView(
  db: Db,
  { place, year: asked, today }: { place: Place; year: number | null; today: PlainDate },
  words: Words,
) {
  const { t, locale } = words
  const years = await figureYears(db, place.id)
  const year = years.find((one) => one === asked) ?? years[0] ?? Number(today.slice(0, 4))
  const shown = { place, year, words }
  const found = await read(db, shown)
  const round = await db.trainingOutlookRound.findFirst()
  const query = new URLSearchParams({ place: place.code, year: String(year) })
  const whole = linesOf(found.figures, 'all', words)[0]
  const parts = OVERVIEW_CHARTS.map((key) => {
    const chart = chartOf(key, found, shown)
    const isDrawn = 'labels' in chart && chart.labels.length > 1
    const src = `/training/overview/chart.svg?${query}&of=${key}`
    const lines =
      key === 'years' ? [] : key === 'below' ? linesBelow(found.below) : linesOf(found.figures, key, words)
    return {
      ...{ key, title: t(`training.overview_${key}`) },
      chart: isDrawn ? chartView(chart, sizeOf(chart), src) : null,
      lines: lines.map((one) => lineView(one, shown)),
    }
  })
  return {
    ...{ name: place.name, code: place.code, year },
    years: years.map((one) => ({
      href: `/training/overview?${new URLSearchParams({ place: place.code, year: String(one) })}`,
      label: t('training.year_link', { year: one }),
      current: one === year,
    })),
    seenOn: round ? formatDay(round.day.toISOString().slice(0, 10), locale) : null,
    whole: whole ? lineView(whole, shown) : null,
    reasons: linesOf(found.figures, 'why', words).map((one) => ({
      ...{ key: one.key, label: one.label, people: formatNumber(one.people, locale) },
      href: lineView(one, shown).href,
    })),
    parts: parts.filter(({ chart, lines }) => chart !== null || lines.length > 0),
    exportHref: `/training/overview/export.xlsx?${query}`,
    reportHref: `/training/report?${query}`,
    overviewHref: `/training/overview?${query}`,
  }
}
export type OverviewView = Awaited<ReturnType<typeof overviewView>>

/** A row a place below, subject, age band, kind of place and reason, with how many stand how. */
export function overviewSheet(db: Db, asked: Asked, words: Words): SheetSpec {
  const { t } = words
  async function* rows(): AsyncGenerator<SheetValue[]> {
    const found = await read(db, asked)
    const parts = [
      ['all', linesOf(found.figures, 'all', words)],
      ['below', linesBelow(found.below)],
      ...(['subject', 'age', 'place', 'why'] as const).map(
        (one) => [one, linesOf(found.figures, one, words)] as const,
      ),
    ] as const
    for (const [key, lines] of parts) {
      for (const { label, people, counts } of lines) {
        yield [
          asked.year,
          t(`training.overview_${key}`),
          label,
          people,
          ...OUTLOOKS.map((state) => counts[state]),
        ]
      }
    }
  }
  const number = (heading: string) => ({ heading, kind: 'number', width: 12 }) as const
  return {
    sheetName: t('training.overview'),
    columns: [
      number(t('training.overview_year')),
      { heading: t('training.overview_dimension'), width: 16 },
      { heading: t('training.overview_part'), width: 28 },
      number(t('training.people')),
      ...OUTLOOKS.map((state) => number(t(`training.outlook_${state}`))),
    ],
    rows: rows(),
  }
}
