/** The comparison of pay in words and figures, ready to draw: counties side by side, and one county with all that explains it. */
import { codeLabel, PLACE_TYPES, SEXES, STAGES, TITLE_LEVELS } from '#app/modules/registry/index.ts'
import type { Chart } from '#app/platform/charts/chart.ts'
import { chartView } from '#app/platform/charts/draw.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber, formatPercent } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { dividedFen, formatYuan } from '#app/platform/money.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { reasonText } from './basis-text.ts'
import { AGE_BANDS, PAY_PARTS, type PayDimension } from './codes.ts'
import { inYuan, ratioText, yuanText } from './figures.ts'
import { type ShownGroups, shownGroups } from './groups.server.ts'
import { latestTwelve, rollingView } from './linkage.view.server.ts'
import { type County, type CountyParity, type Item, paritiesOf, payItems } from './parity.queries.server.ts'
import { countedFen, type ParityState, yearlyAverage } from './parity.ts'

const tones: Record<ParityState, Tone> = { short: 'red', near: 'amber', met: 'green', unknown: 'neutral' }

export const stateTag = (state: ParityState, { t }: Words) => ({
  tone: tones[state],
  label: t(`pay.state_${state}`),
})

/** So many years at most are drawn side by side. */
const TREND_YEARS = 6

function lineOf({ county, year, parity, people, benchmark }: CountyParity, words: Words) {
  const { t, locale } = words
  const query = new URLSearchParams({ year: String(year) })
  return {
    ...{ key: county.id, name: county.name, href: `/pay/parity/${county.id}?${query}` },
    people: formatNumber(people, locale),
    months: formatNumber(parity.months, locale),
    average: yuanText(parity.average, words),
    benchmark: yuanText(parity.benchmark, words),
    benchmarkState: benchmark ? t(`pay.benchmark_${benchmark.state}`) : t('pay.no_benchmark'),
    ratio: ratioText(parity.ratio),
    gap: yuanText(parity.gap, words),
    gapInAll: yuanText(parity.gapInAll, words),
    state: stateTag(parity.state, words),
  }
}
type Line = ReturnType<typeof lineOf>
/** On the board, with where the last twelve months stand. */
export type ParityLine = Line & { twelve: string }

/** Counties side by side in a year. `years`: those of which there is anything. */
export async function boardView(
  db: Db,
  asked: { counties: readonly County[]; year: number; years: readonly number[]; today: PlainDate },
  words: Words,
) {
  const { counties, year, years, today } = asked
  const mapped = [...new Set([year, ...years.slice(0, TREND_YEARS)])].sort((a, b) => a - b)
  const [all, twelve] = await Promise.all([
    paritiesOf(db, counties, mapped, today),
    latestTwelve(db, counties, today, words),
  ])
  const found = all.filter((one) => one.year === year)
  return {
    year,
    map: { years: mapped.map(String), rows: counties.map((county) => mapRow(county, all, words)) },
    years: years.map((one) => ({
      ...{
        href: `/pay/parity?year=${one}`,
        label: words.t('pay.year', { year: one }),
        current: one === year,
      },
    })),
    lines: found.map((one): ParityLine => ({ ...lineOf(one, words), twelve: twelve.of(one.county.id) })),
    twelveUntil: twelve.until,
    exportHref: `/pay/parity/export.xlsx?year=${year}`,
  }
}
/** A county through the years: its ratios, and their way as a line. */
function mapRow(county: County, all: readonly CountyParity[], words: Words) {
  const own = all.filter((one) => one.county.id === county.id)
  return {
    ...{ key: county.id, name: county.name },
    cells: own.map(({ year, parity }) => ({
      ...{ key: String(year), ratio: ratioText(parity.ratio), state: stateTag(parity.state, words) },
      href: `/pay/parity/${county.id}?year=${year}`,
    })),
    ratios: own.map(({ parity }) => parity.ratio),
  }
}

export type BoardView = Awaited<ReturnType<typeof boardView>>

/** A row a county and year. */
export function paritySheet(
  db: Db,
  asked: { counties: readonly County[]; years: readonly number[]; today: PlainDate },
  words: Words,
): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const { county, year, parity, people, benchmark } of await paritiesOf(
      db,
      asked.counties,
      asked.years,
      asked.today,
    )) {
      yield [
        year,
        county.name,
        people,
        parity.months,
        inYuan(parity.average),
        inYuan(parity.benchmark),
        benchmark ? t(`pay.benchmark_${benchmark.state}`) : '',
        benchmark?.documentNo ?? '',
        ratioText(parity.ratio),
        inYuan(parity.gap),
        inYuan(parity.gapInAll),
        t(`pay.state_${parity.state}`),
      ]
    }
  }
  const number = (heading: string) => ({ heading, kind: 'number', width: 14 }) as const
  return {
    sheetName: t('pay.parity'),
    columns: [
      number(t('pay.col_year')),
      { heading: t('pay.col_county'), width: 20 },
      number(t('pay.col_people')),
      number(t('pay.col_months')),
      number(t('pay.col_average')),
      number(t('pay.col_benchmark')),
      { heading: t('pay.col_benchmark_state'), width: 12 },
      { heading: t('pay.col_document'), width: 24 },
      { heading: t('pay.col_ratio'), width: 10 },
      number(t('pay.col_gap')),
      number(t('pay.col_gap_in_all')),
      { heading: t('pay.col_state'), width: 12 },
    ],
    rows: rows(),
  }
}

/** One county's year: the answer, its items, its trend, what explains it, and how it is made. */
export async function countyView(
  db: Db,
  asked: {
    county: County
    year: number
    years: readonly number[]
    today: PlainDate
  },
  words: Words,
) {
  const { county, year, years, today } = asked
  const { t, locale } = words
  const shownYears = [...new Set([year, ...years.slice(0, TREND_YEARS)])].sort((a, b) => a - b)
  const [trend, items, groups, rolling] = await Promise.all([
    paritiesOf(db, [county], shownYears, today),
    payItems(db),
    groupsView(db, county, year, today, words),
    rollingView(db, county, today, words),
  ])
  const found = trend.find((one) => one.year === year)
  if (!found) throw new Error(`no parity of ${year}`)
  const { benchmark } = found
  return {
    ...{ name: county.name, year, line: lineOf(found, words) },
    years: years.map((one) => ({
      ...{
        href: `/pay/parity/${county.id}?year=${one}`,
        label: t('pay.year', { year: one }),
        current: one === year,
      },
    })),
    benchmark: benchmark && {
      document: benchmark.documentNo,
      by: benchmark.setByName,
      on: formatDay(benchmark.setAt.toISOString().slice(0, 10), locale),
      version: benchmark.version,
    },
    items: itemLines(found, items, words),
    total: yuanText(found.parity.fen, words),
    parts: partLines(found, items, words),
    trend: trend
      .map((one) => lineOf(one, words))
      .map((line, at) => ({ ...line, year: trend[at]?.year ?? year })),
    picture: chartView(
      trendChart(county.name, trend.map(trendPoint), words),
      TREND_SIZE,
      `/pay/parity/${county.id}/chart.svg`,
    ),
    groups,
    rolling,
    method: await methodOf(db, county, today, words),
    basisHref: `/pay/basis?place=${county.code}&year=${year}`,
  }
}
export type CountyView = Awaited<ReturnType<typeof countyView>>

const TREND_SIZE = { width: 640, height: 280 }

/** A year's two averages, in fen. */
type TrendPoint = { year: number; average: bigint | null; benchmark: bigint | null }
const trendPoint = ({ year, parity: { average, benchmark } }: CountyParity): TrendPoint => ({
  ...{ year, average, benchmark },
})

export function trendChart(county: string, trend: readonly TrendPoint[], { t }: Words): Chart {
  const values = (of: (one: TrendPoint) => bigint | null) =>
    trend.map((one) => {
      const fen = of(one)
      return fen === null ? null : Number(dividedFen(fen, 100n))
    })
  return {
    ...{ kind: 'line', title: t('pay.trend_title', { county }), unit: t('pay.yuan') },
    ...{ labels: trend.map(({ year }) => String(year)), labelsName: t('pay.col_year') },
    series: [
      { name: t('pay.teachers'), values: values(({ average }) => average) },
      { name: t('pay.civil_servants'), values: values(({ benchmark }) => benchmark) },
    ],
  }
}

export async function countyTrend(
  db: Db,
  county: County,
  years: readonly number[],
  today: PlainDate,
  words: Words,
) {
  const shown = [...new Set(years)].sort((a, b) => a - b).slice(-TREND_YEARS)
  const trend = (await paritiesOf(db, [county], shown, today)).map(trendPoint)
  return { chart: trendChart(county.name, trend, words), size: TREND_SIZE }
}

function itemLines({ paid, basis, parity }: CountyParity, items: readonly Item[], words: Words) {
  const { t, locale } = words
  return items
    .filter(({ id }) => paid.items.has(id) || basis.get(id)?.counts)
    .map(({ id, part, name, nameEn }) => {
      const fen = paid.items.get(id) ?? 0n
      const own = basis.get(id)
      return {
        ...{ key: String(id), name: locale === 'en' ? nameEn : name, counts: own?.counts ?? false },
        part: codeLabel(PAY_PARTS, part, locale),
        paid: formatYuan(fen, locale),
        average: yuanText(yearlyAverage(fen, parity.months), words),
        why: own ? reasonText(own, words) : '',
        from: own ? t(`pay.from_${own.from}`) : '',
        document: own?.documentNo ?? '',
      }
    })
}

/** Teachers beside civil servants part by part; nothing where the parts of the benchmark are not known. */
function partLines({ paid, basis, parity, benchmark }: CountyParity, items: readonly Item[], words: Words) {
  const known = benchmark?.parts ?? {}
  if (Object.keys(known).length === 0) return []
  return PAY_PARTS.flatMap(({ code }) => {
    const own = new Set(items.filter(({ part }) => part === code).map(({ id }) => id))
    const fen = countedFen(paid, (itemId) => own.has(itemId) && (basis.get(itemId)?.counts ?? false))
    const [average, theirs] = [yearlyAverage(fen, parity.months), known[code] ?? 0n]
    if (average === null || (fen === 0n && theirs === 0n)) return []
    return {
      ...{ key: code, label: codeLabel(PAY_PARTS, code, words.locale) },
      ...{ average: yuanText(average, words), benchmark: yuanText(theirs, words) },
      difference: yuanText(average - theirs, words),
    }
  })
}

/** Averages of the groups that explain a year, in order. */
async function groupsView(db: Db, county: County, year: number, today: PlainDate, words: Words) {
  return groupSections(await shownGroups(db, county, year, today), words)
}

export function groupSections(groups: readonly ShownGroups[], words: Words) {
  const { t, locale } = words
  return groups.map(({ dimension, lines }) => ({
    key: dimension,
    title: t(`pay.by_${dimension}`),
    lines: inOrder(
      dimension,
      lines.map(({ value, shown }) => ({
        ...{ key: value || 'unknown', label: groupLabel(dimension, value, words) },
        people: shown ? formatNumber(shown.people, locale) : '—',
        average: shown ? yuanText(yearlyAverage(shown.fen, shown.months), words) : t('pay.suppressed'),
      })),
    ),
  }))
}

const lists = { stage: STAGES, place: PLACE_TYPES, title: TITLE_LEVELS, sex: SEXES }

/** A group's name in words. */
export function groupLabel(dimension: PayDimension, value: string, { t, locale }: Words): string {
  if (value === '') return t('pay.not_known')
  if (dimension === 'age') return t(`pay.age_${value as 'to_29' | 'to_39' | 'to_49' | 'from_50'}`)
  return codeLabel(lists[dimension], value, locale)
}

function inOrder<Line extends { key: string }>(dimension: PayDimension, lines: readonly Line[]): Line[] {
  const codes: readonly string[] = dimension === 'age' ? AGE_BANDS : lists[dimension].map(({ code }) => code)
  const rank = ({ key }: Line) => (codes.indexOf(key) + codes.length + 1) % (codes.length + 1)
  return [...lines].sort((a, b) => rank(a) - rank(b))
}

/** How the figures are made, with the settings that hold. */
async function methodOf(db: Db, county: County, today: PlainDate, words: Words): Promise<string[]> {
  const policies = await policiesAt(db, county.id, today)
  const duty = policies.use('pay.duty_ratio').value
  const amber = duty + policies.use('pay.amber_margin').value
  return methodText({ duty, amber, least: policies.use('pay.least_group').value }, words)
}

/** `duty` and `amber`: shares of the benchmark; `least`: people. */
export function methodText(
  { duty, amber, least }: { duty: number; amber: number; least: number },
  { t }: Words,
): string[] {
  return [
    t('pay.method_who'),
    t('pay.method_what'),
    t('pay.method_average'),
    t('pay.method_benchmark'),
    t('pay.method_state', { duty: formatPercent(duty), amber: formatPercent(amber) }),
    t('pay.method_groups', { least }),
    t('pay.method_clause'),
  ]
}
