/** Reports in words, ready to draw: the list, one as it was drawn up beside what it would be now, and as a workbook. */
import { codeLabel } from '#app/modules/registry/index.ts'
import { chartView } from '#app/platform/charts/draw.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatList, formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec, SheetValue } from '#app/platform/sheets/sheet-spec.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { reasonText } from '../basis-text.ts'
import { PAY_PARTS } from '../codes.ts'
import { inYuan, ratioText, yuanText } from '../figures.ts'
import { type County, paritiesOf } from '../parity.queries.server.ts'
import { yearlyAverage } from '../parity.ts'
import { groupSections, methodText, stateTag, trendChart } from '../parity.view.server.ts'
import { type FoundReport, type ReportState, reportsOf } from './reports.queries.server.ts'
import type { StoredReport } from './stored-report.server.ts'

const tones: Record<ReportState, Tone> = {
  draft: 'neutral',
  submitted: 'amber',
  published: 'green',
  refused: 'red',
}
const stateOf = (state: ReportState, { t }: Words) => ({
  tone: tones[state],
  label: t(`pay.report_${state}`),
})

export async function reportLines(db: Db, counties: readonly County[], maySet: boolean, words: Words) {
  const names = new Map(counties.map(({ id, name }) => [id, name]))
  return (await reportsOf(db, counties, maySet)).map((one) => ({
    ...{ key: one.id, href: `/pay/reports/${one.id}`, county: names.get(one.countyId) ?? '' },
    year: one.year,
    number: words.t('pay.report_number', { number: one.number }),
    state: stateOf(one.state, words),
    answer: stateTag(one.answer.state, words),
    ratio: ratioText(one.answer.ratio),
    drawn: words.t('pay.said_by', { name: one.drawnByName, at: formatMoment(one.drawnAt) }),
  }))
}
export type ReportLine = Awaited<ReturnType<typeof reportLines>>[number]

export function reportsSheet(db: Db, counties: readonly County[], maySet: boolean, words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const one of await reportLines(db, counties, maySet, words))
      yield [one.year, one.county, one.number, one.state.label, one.answer.label, one.ratio, one.drawn]
  }
  return {
    sheetName: t('pay.reports'),
    columns: [
      { heading: t('pay.col_year'), kind: 'number', width: 8 },
      { heading: t('pay.col_county'), width: 20 },
      { heading: t('pay.col_number'), width: 10 },
      { heading: t('pay.col_report_state'), width: 12 },
      { heading: t('pay.col_state'), width: 14 },
      { heading: t('pay.col_ratio'), width: 10 },
      { heading: t('pay.col_drawn'), width: 30 },
    ],
    rows: rows(),
  }
}

type Figure = { key: string; label: string; before: string; now: string; isSame: boolean }

/** The answer as it was kept and as the same county and year would be answered now. */
async function figuresOf(db: Db, found: FoundReport, today: PlainDate, words: Words): Promise<Figure[]> {
  const { report, figures, county } = found
  const { t, locale } = words
  const [live] = await paritiesOf(db, [county], [report.year], today)
  if (!live) throw new Error(`no parity of ${report.year}`)
  const now = { ...live.parity, people: live.people }
  const text = (of: StoredReport['parity']) => ({
    state: stateTag(of.state, words).label,
    ratio: ratioText(of.ratio),
    average: yuanText(of.average, words),
    benchmark: yuanText(of.benchmark, words),
    gap: yuanText(of.gap, words),
    gap_in_all: yuanText(of.gapInAll, words),
    months: formatNumber(of.months, locale),
    people: formatNumber(of.people, locale),
  })
  const [was, is] = [text(figures.parity), text(now)]
  const keys = ['state', 'ratio', 'average', 'benchmark', 'gap', 'gap_in_all', 'months', 'people'] as const
  return keys.map((key) => ({
    ...{ key, label: t(`pay.col_${key}`), before: was[key], now: is[key] },
    isSame: was[key] === is[key],
  }))
}

export function reportChart({ report, figures, county }: FoundReport, words: Words) {
  return { chart: trendChart(county.name, figures.trend, words), path: `/pay/reports/${report.id}/chart.svg` }
}
export const REPORT_CHART_SIZE = { width: 640, height: 260 }

function itemLines({ items, parity }: StoredReport, words: Words) {
  const { locale } = words
  return items.map(({ code, part, name, nameEn, fen, counts, ...basis }) => ({
    ...{ key: code, name: locale === 'en' ? nameEn : name, counts, part: codeLabel(PAY_PARTS, part, locale) },
    average: yuanText(yearlyAverage(fen, parity.months), words),
    ...{ paid: yuanText(fen, words), fen },
    why: reasonText({ counts, ...basis }, words),
    document: basis.documentNo ?? '',
  }))
}

function qualityLines({ quality, benchmark }: StoredReport, { t, locale }: Words): string[] {
  return [
    quality.without.length > 0
      ? t('pay.quality_without', { months: formatList(quality.without, locale) })
      : t('pay.quality_whole'),
    ...quality.notCounted.map(({ why, people, months }) =>
      t('pay.quality_not_counted', { why: t(`pay.why_${why}`), people, months }),
    ),
    t('pay.quality_reversed', { count: quality.reversed }),
    ...(quality.recounted ? [t('pay.quality_recounted')] : []),
    ...(quality.waiting > 0 ? [t('pay.quality_waiting', { count: quality.waiting })] : []),
    benchmark ? t(`pay.quality_${benchmark.state}`) : t('pay.quality_no_benchmark'),
  ]
}

export async function reportView(
  db: Db,
  found: FoundReport,
  today: PlainDate,
  maySet: boolean,
  words: Words,
) {
  const { report, figures } = found
  const { t, locale } = words
  const { chart, path } = reportChart(found, words)
  const benchmark = figures.benchmark && {
    ...{ ...figures.benchmark, document: figures.benchmark.documentNo, by: figures.benchmark.setByName },
    on: formatDay(figures.benchmark.setOn, locale),
    state: t(`pay.benchmark_${figures.benchmark.state}`),
  }
  const title = t('pay.report_title', { county: figures.countyName, year: report.year })
  const isDraft = report.state === 'draft'
  return {
    ...{ title, number: report.number, state: stateOf(report.state, words) },
    drawn: t('pay.said_by', { name: report.drawnByName, at: formatMoment(report.drawnAt) }),
    published: report.state === 'published' && report.decidedAt ? formatMoment(report.decidedAt) : null,
    answer: stateTag(figures.parity.state, words),
    figures: await figuresOf(db, found, today, words),
    benchmark: benchmark && {
      version: benchmark.version,
      ...{ document: benchmark.document, by: benchmark.by, on: benchmark.on, state: benchmark.state },
    },
    items: itemLines(figures, words).map(({ fen: _, ...line }) => line),
    total: yuanText(figures.parity.fen, words),
    picture: chartView(chart, REPORT_CHART_SIZE, path),
    groups: groupSections(figures.groups, words),
    quality: qualityLines(figures, words),
    method: [...methodText(figures.settings, words), t('pay.method_version', { version: figures.method })],
    exportHref: `/pay/reports/${report.id}/export.xlsx`,
    acts: maySet && isDraft ? REPORT_ACTS.map((act) => ({ act, href: actHref(report.id, act) })) : [],
  }
}
export type ReportView = Awaited<ReturnType<typeof reportView>>

export const REPORT_ACTS = ['send', 'remove'] as const
export type ReportAct = (typeof REPORT_ACTS)[number]
const actHref = (id: string, act: ReportAct) => `/pay/reports/${id}/act/${act}`

/** Everything that the report says, a figure a row. */
export function reportSheet({ report, figures }: FoundReport, words: Words): SheetSpec {
  const { t } = words
  const { parity, trend } = figures
  function* rows(): Generator<SheetValue[]> {
    const answer = t('pay.answer')
    yield [answer, t('pay.col_state'), null, stateTag(parity.state, words).label]
    yield [answer, t('pay.col_ratio'), null, ratioText(parity.ratio)]
    yield [answer, t('pay.col_average'), inYuan(parity.average), '']
    const { benchmark } = figures
    yield [answer, t('pay.col_benchmark'), inYuan(parity.benchmark), benchmark?.documentNo ?? '']
    yield [answer, t('pay.col_gap'), inYuan(parity.gap), '']
    yield [answer, t('pay.col_gap_in_all'), inYuan(parity.gapInAll), '']
    yield [answer, t('pay.col_people'), parity.people, '']
    yield [answer, t('pay.col_months'), parity.months, '']
    for (const { name, counts, fen, why } of itemLines(figures, words))
      yield [t('pay.items'), name, inYuan(fen), `${t(counts ? 'pay.sheet_counts' : 'pay.sheet_not')}: ${why}`]
    for (const one of trend)
      yield [t('pay.sheet_trend'), String(one.year), inYuan(one.average), ratioText(one.ratio)]
    for (const { title, lines } of groupSections(figures.groups, words))
      for (const { label, average, people } of lines) yield [title, label, null, `${average} (${people})`]
    for (const line of qualityLines(figures, words)) yield [t('pay.sheet_quality'), line, null, '']
    for (const line of methodText(figures.settings, words)) yield [t('pay.sheet_method'), line, null, '']
  }
  return {
    sheetName: t('pay.report_sheet', { year: report.year }),
    columns: [
      { heading: t('pay.sheet_part'), width: 18 },
      { heading: t('pay.sheet_what'), width: 36 },
      { heading: t('pay.yuan'), kind: 'number', width: 18 },
      { heading: t('pay.sheet_note'), width: 48 },
    ],
    rows: rows(),
  }
}

/** What those who publish it want to see first. */
export function reportFacts({ figures }: FoundReport, words: Words) {
  const { t, locale } = words
  const { parity } = figures
  return [
    { term: t('pay.col_state'), value: stateTag(parity.state, words).label },
    { term: t('pay.col_ratio'), value: ratioText(parity.ratio) },
    { term: t('pay.col_average'), value: yuanText(parity.average, words) },
    { term: t('pay.col_benchmark'), value: yuanText(parity.benchmark, words) },
    { term: t('pay.col_people'), value: formatNumber(parity.people, locale) },
  ]
}
