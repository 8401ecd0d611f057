/** The linkage clock in words: which county followed which raise, when and by how much; and the last twelve months of a county. */
import type { Chart } from '#app/platform/charts/chart.ts'
import { chartView } from '#app/platform/charts/draw.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { dividedFen, formatYuan } from '#app/platform/money.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { MONTHS } from './codes.ts'
import { inYuan, ratioText } from './figures.ts'
import { type CountyClock, clocksOf, monthsOf } from './linkage.queries.server.ts'
import type { LinkageState } from './linkage.ts'
import {
  benchmarkTo,
  lastMonth,
  type MonthNumber,
  type MonthPaid,
  twelveTo,
  yearlyOf,
  yearOfMonth,
} from './months-paid.ts'
import { benchmarksOf, type County } from './parity.queries.server.ts'

const tones: Record<LinkageState, Tone> = { followed: 'green', running: 'amber', overdue: 'red' }

/** How much more than before: 5.2%. */
const riseText = (times: number | null) =>
  times === null ? '—' : `${(Math.round(times * 1000) / 10 - 100).toFixed(1)}%`

const monthText = (at: MonthNumber, { t }: Words) =>
  t('pay.month_of_year', { year: yearOfMonth(at), month: (at % MONTHS) + 1 })

function lineOf({ county, clock }: CountyClock, words: Words) {
  const { t, locale } = words
  return {
    key: `${county.id} ${clock.year}`,
    ...{ name: county.name, href: `/pay/parity/${county.id}?year=${clock.year}` },
    year: String(clock.year),
    raise: t('pay.raise_of', {
      from: formatYuan(clock.from, locale),
      to: formatYuan(clock.to, locale),
      more: riseText(Number((clock.to * 1_000_000n) / clock.from) / 1_000_000),
    }),
    since: formatDay(clock.since, locale),
    until: formatDay(clock.until, locale),
    state: { tone: tones[clock.state], label: t(`pay.linkage_${clock.state}`) },
    when: clock.month === null ? '—' : monthText(clock.month, words),
    how: clock.how ? t(`pay.how_${clock.how}`) : '',
    more: riseText(clock.times),
  }
}

export async function linkageLines(db: Db, counties: readonly County[], today: PlainDate, words: Words) {
  return (await clocksOf(db, counties, today)).map((one) => lineOf(one, words))
}
export type LinkageLine = Awaited<ReturnType<typeof linkageLines>>[number]

export function linkageSheet(db: Db, counties: readonly County[], today: PlainDate, words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const one of await clocksOf(db, counties, today)) {
      const { name, year, when, how, more, state } = lineOf(one, words)
      const { from, to, since, until } = one.clock
      yield [Number(year), name, inYuan(from), inYuan(to), since, until, state.label, when, how, more]
    }
  }
  return {
    sheetName: t('pay.linkage'),
    columns: [
      { heading: t('pay.col_year'), kind: 'number', width: 8 },
      { heading: t('pay.col_county'), width: 20 },
      { heading: t('pay.col_before'), kind: 'number', width: 14 },
      { heading: t('pay.col_benchmark'), kind: 'number', width: 14 },
      { heading: t('pay.col_since'), width: 12 },
      { heading: t('pay.col_until'), width: 12 },
      { heading: t('pay.col_followed'), width: 12 },
      { heading: t('pay.col_when'), width: 14 },
      { heading: t('pay.col_how'), width: 30 },
      { heading: t('pay.col_more'), width: 12 },
    ],
    rows: rows(),
  }
}

/** Two years of ends of twelve months. */
const ENDS = 24
export const ROLLING_SIZE = { width: 640, height: 280 }

/** Each county's last twelve months, month by month for two years. */
export async function rollingsOf(
  db: Db,
  counties: readonly County[],
  today: PlainDate,
): Promise<(countyId: string) => Rolling[]> {
  const thisYear = Number(today.slice(0, 4))
  const years = [thisYear - 3, thisYear - 2, thisYear - 1, thisYear]
  const ids = counties.map(({ id }) => id)
  const [months, benchmark] = await Promise.all([monthsOf(db, counties, years), benchmarksOf(db, ids, years)])
  return (countyId) => {
    const paid = months(countyId)
    const last = lastMonth(paid)
    const ends = last === null ? [] : Array.from({ length: ENDS }, (_, at) => last - ENDS + 1 + at)
    const ofYear = (year: number) => benchmark(countyId, year)?.fen ?? null
    return ends.map((end) => rollingTo(paid, end, ofYear)).filter(({ average }) => average !== null)
  }
}

/** The same of one county. */
export async function rollingOf(db: Db, county: County, today: PlainDate): Promise<Rolling[]> {
  return (await rollingsOf(db, [county], today))(county.id)
}
type Rolling = ReturnType<typeof rollingTo>

function rollingTo(
  paid: ReadonlyMap<MonthNumber, MonthPaid>,
  end: MonthNumber,
  ofYear: (year: number) => bigint | null,
) {
  const twelve = twelveTo(paid, end)
  const benchmark = benchmarkTo(end, ofYear)
  const ratio =
    twelve && benchmark
      ? Number((twelve.fen * BigInt(MONTHS) * 1_000_000n) / (twelve.months * benchmark)) / 1_000_000
      : null
  return { end, average: twelve && yearlyOf(twelve), benchmark, ratio }
}

export function rollingChart(county: County, found: readonly Rolling[], words: Words): Chart {
  const { t } = words
  const values = (of: (one: Rolling) => bigint | null) =>
    found.map((one) => {
      const fen = of(one)
      return fen === null ? null : Number(dividedFen(fen, 100n))
    })
  return {
    ...{ kind: 'line', title: t('pay.rolling_title', { county: county.name }), unit: t('pay.yuan') },
    labels: found.map(({ end }) => `${yearOfMonth(end)}-${String((end % MONTHS) + 1).padStart(2, '0')}`),
    labelsName: t('pay.col_twelve_to'),
    series: [
      { name: t('pay.teachers'), values: values(({ average }) => average) },
      { name: t('pay.civil_servants'), values: values(({ benchmark }) => benchmark) },
    ],
  }
}

/** Where the latest twelve months of each county stand: to when, and of which county only to an earlier month. */
export async function latestTwelve(db: Db, counties: readonly County[], today: PlainDate, words: Words) {
  const rolling = await rollingsOf(db, counties, today)
  const latest = new Map(counties.map(({ id }) => [id, rolling(id).at(-1)]))
  const until = Math.max(...[...latest.values()].map((one) => one?.end ?? 0))
  return {
    until: until > 0 ? monthText(until, words) : null,
    of(countyId: string): string {
      const last = latest.get(countyId)
      if (!last) return '—'
      const ratio = ratioText(last.ratio)
      return last.end === until
        ? ratio
        : words.t('pay.twelve_to', { ratio, until: monthText(last.end, words) })
    },
  }
}

/** The figures of the latest twelve months and the picture; null where no twelve months are known. */
export async function rollingView(db: Db, county: County, today: PlainDate, words: Words) {
  const found = await rollingOf(db, county, today)
  const last = found.at(-1)
  if (!last) return null
  const { locale } = words
  const yuan = (fen: bigint | null) => (fen === null ? '—' : formatYuan(fen, locale))
  return {
    figures: {
      until: monthText(last.end, words),
      average: yuan(last.average),
      benchmark: yuan(last.benchmark),
      ratio: ratioText(last.ratio),
    },
    picture: chartView(
      rollingChart(county, found, words),
      ROLLING_SIZE,
      `/pay/parity/${county.id}/rolling.svg`,
    ),
  }
}
