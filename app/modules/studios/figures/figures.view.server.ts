/** The figures of studios as their page, their pictures and their workbook show them. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Chart } from '#app/platform/charts/chart.ts'
import { chartView } from '#app/platform/charts/draw.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addMonths, type PlainDate, schoolYearOf, schoolYearStart } from '#app/platform/dates.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { teachingText } from '../words.server.ts'
import {
  countyFigures,
  type FigureSpan,
  monthFigures,
  type StudioFigures,
  studioFigures,
} from './figures.queries.server.ts'

export const FIGURE_CHARTS = ['months', 'counties'] as const
export type FigureChart = (typeof FIGURE_CHARTS)[number]

const SIZE = { width: 560, height: 340 }
const YEARS_SHOWN = 5
const MONTHS = 12

type Reading = { db: Db; actor: Actor; params: URLSearchParams; today: PlainDate; words: Words }
type Asked = { year: number; span: FigureSpan }

/** The school year of the address, or this one. */
async function askedOf({ db, actor, params, today }: Reading): Promise<Asked> {
  const now = schoolYearOf(today)
  const given = Number(params.get('year'))
  const year = Number.isInteger(given) && given > now - YEARS_SHOWN && given <= now ? given : now
  const policies = await policiesAt(db, actor.organisationId, today)
  const share = policies.use('studios.use_share_least').value
  return { year, span: { from: schoolYearStart(year), to: schoolYearStart(year + 1), share } }
}

const yearText = (year: number, { t }: Words) => t('figures.year_text', { from: year, to: year + 1 })

/** One of the pictures. */
export async function figureChart(
  reading: Reading,
  key: FigureChart,
): Promise<{ chart: Chart; size: typeof SIZE }> {
  const asked = await askedOf(reading)
  return { chart: await chartOf(reading, key, asked), size: SIZE }
}

async function chartOf(
  { db, actor, today, words }: Reading,
  key: FigureChart,
  { year, span }: Asked,
): Promise<Chart> {
  const { t } = words
  const title = t(`figures.${key}_title`, { year: yearText(year, words) })
  if (key === 'counties') {
    const counties = await countyFigures(db, actor, span, today)
    return {
      ...{ kind: 'bar', title, unit: t('figures.schools'), labelsName: t('coverage.county') },
      labels: counties.map(({ name }) => name ?? t('figures.no_county')),
      series: [
        { name: t('figures.needy'), values: counties.map(({ schools }) => schools) },
        { name: t('figures.reached'), values: counties.map(({ reached }) => reached) },
      ],
    }
  }
  const rows = await monthFigures(db, actor, span)
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(span.from, at).slice(0, 7))
  const parts = {
    outreach: (kind: string) => kind === 'outreach',
    forum: (kind: string) => kind === 'forum',
    other: (kind: string) => kind !== 'outreach' && kind !== 'forum',
  }
  return {
    ...{ kind: 'bar', title, unit: t('figures.times'), labelsName: t('figures.month') },
    labels: months.map((month) => t('figures.month_text', { month: Number(month.slice(5)) })),
    series: (Object.keys(parts) as (keyof typeof parts)[]).map((part) => ({
      name: t(`figures.part_${part}`),
      values: months.map((month) =>
        rows
          .filter((one) => one.month === month && parts[part](one.kind))
          .reduce((sum, { count }) => sum + count, 0),
      ),
    })),
  }
}

export async function figuresView(reading: Reading) {
  const { db, actor, today, words } = reading
  const { t } = words
  const asked = await askedOf(reading)
  const studios = await studioFigures(db, actor, asked.span)
  const charts = []
  for (const key of FIGURE_CHARTS) {
    const chart = await chartOf(reading, key, asked)
    const view = chartView(chart, SIZE, `/studios/figures/chart.svg?year=${asked.year}&of=${key}`)
    charts.push({ key, title: t(`figures.${key}`), view })
  }
  const now = schoolYearOf(today)
  return {
    rows: studios.map((one) => studioEntry(one, words)),
    total: studioEntry(totalOf(studios, t('figures.total')), words),
    charts,
    yearValue: String(asked.year),
    years: Array.from({ length: YEARS_SHOWN }, (_, at) => ({
      value: String(now - at),
      label: yearText(now - at, words),
    })),
    exportHref: `/studios/figures/export.xlsx?year=${asked.year}`,
  }
}
export type FiguresView = Awaited<ReturnType<typeof figuresView>>

const COUNTED = [
  ...(['activities', 'outreach', 'visits', 'forums', 'lessons'] as const),
  ...(['tenths', 'heard', 'answered', 'used'] as const),
]

function totalOf(studios: readonly StudioFigures[], name: string): StudioFigures {
  const sums = COUNTED.map((key) => [key, studios.reduce((sum, one) => sum + one[key], 0)] as const)
  return {
    id: 'total',
    name,
    stage: '',
    subject: '',
    ...(Object.fromEntries(sums) as Pick<StudioFigures, (typeof COUNTED)[number]>),
  }
}

/** Of those who were asked, who answered; of those who answered, who uses it; null without any. */
const sharesOf = ({ heard, answered, used }: Pick<StudioFigures, 'heard' | 'answered' | 'used'>) => ({
  answered: heard === 0 ? null : answered / heard,
  used: answered === 0 ? null : used / answered,
})

function studioEntry(one: StudioFigures, words: Words) {
  const { locale } = words
  const shares = sharesOf(one)
  const percent = (value: number | null) =>
    value === null ? '' : `${formatNumber(Math.round(value * 100), locale)}%`
  const number = (value: number) => formatNumber(value, locale)
  return {
    id: one.id,
    name: one.name,
    teaching: one.stage === '' ? '' : teachingText(one, words),
    activities: number(one.activities),
    outreach: words.t('figures.outreach_text', { visits: one.visits, outreach: one.outreach }),
    forums: number(one.forums),
    lessons: number(one.lessons),
    hours: number(one.tenths / 10),
    heard: number(one.heard),
    answered: percent(shares.answered),
    used: percent(shares.used),
  }
}
export type FigureEntry = ReturnType<typeof studioEntry>

export async function figuresSheet(reading: Reading): Promise<SheetSpec> {
  const { db, actor, words } = reading
  const { t } = words
  const { year, span } = await askedOf(reading)
  const found = await studioFigures(db, actor, span)
  async function* rows() {
    for (const one of found)
      yield [
        ...[one.name, teachingText(one, words), one.activities, one.outreach, one.visits, one.forums],
        ...[one.lessons, one.tenths / 10, one.heard, one.answered, one.used],
      ]
  }
  const number = (heading: string) => ({ heading, kind: 'number' as const })
  return {
    sheetName: yearText(year, words),
    columns: [
      { heading: t('studio.name'), width: 32 },
      { heading: t('activity.teaching'), width: 14 },
      ...[number(t('figures.activities')), number(t('figures.outreach')), number(t('figures.visits'))],
      ...[number(t('figures.forums')), number(t('figures.lessons')), number(t('figures.hours'))],
      ...[number(t('figures.heard')), number(t('figures.answered_people')), number(t('figures.used_people'))],
    ],
    rows: rows(),
  }
}
