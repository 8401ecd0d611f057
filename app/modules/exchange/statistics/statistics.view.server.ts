/** The statistics of exchange as their page and their file show them. */

import { RURAL_PLACES } from '#app/modules/registry/index.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Chart } from '#app/platform/charts/chart.ts'
import { chartView } from '#app/platform/charts/draw.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { SheetSpec, SheetValue } from '#app/platform/sheets/sheet-spec.ts'
import { schoolYearsAround } from '../due-filter.ts'
import { listTargets, type PlaceTarget } from '../targets.queries.server.ts'
import { schoolYearText, type Words, word } from '../ui/due-words.server.ts'
import { percent } from '../ui/target-view.server.ts'
import { ageBands, earlyShare, flowsOf } from './flows.ts'
import {
  type CountyYear,
  countAges,
  countCountyYears,
  countFlows,
  countSubjects,
} from './statistics.queries.server.ts'

export const STATISTICS_CHARTS = ['flows', 'subjects', 'ages'] as const
export type StatisticsChart = (typeof STATISTICS_CHARTS)[number]

const SIZE = { width: 480, height: 360 }
const YEARS_SHOWN = 5

/** One of the pictures of a school year. */
export async function statisticsChart(
  db: Db,
  actor: Actor,
  key: StatisticsChart,
  schoolYear: number,
  words: Words,
): Promise<{ chart: Chart; size: typeof SIZE }> {
  const { t } = words
  const told = {
    title: t(`statistics.${key}_title`, { year: schoolYearText(schoolYear, words) }),
    unit: t('statistics.people'),
  }
  if (key === 'flows') {
    const flows = flowsOf(await countFlows(db, actor, schoolYear)).map(
      ({ from, to, count }) =>
        [
          t('statistics.from', { place: t(`statistics.place_${from}`) }),
          t('statistics.to', { place: t(`statistics.place_${to}`) }),
          count,
        ] as const,
    )
    const headings = [t('posting.home'), t('posting.host')] as const
    return { chart: { kind: 'flow', ...told, headings, flows }, size: SIZE }
  }
  if (key === 'subjects') {
    const counts = await countSubjects(db, actor, schoolYear)
    const labels = counts.map(({ subject }) => word('subject', subject, words) || t('statistics.unknown'))
    const series = [{ name: told.unit, values: counts.map(({ count }) => count) }]
    return {
      chart: { kind: 'bar', ...told, labels, labelsName: t('statistics.subject'), series },
      size: SIZE,
    }
  }
  const bands = ageBands(await countAges(db, actor, schoolYear))
  const labels = bands.map(({ from, to }) => {
    if (from === 0) return t('statistics.under', { age: (to ?? 0) + 1 })
    return to === null ? t('statistics.over', { age: from }) : `${from}–${to}`
  })
  const series = [{ name: told.unit, values: bands.map(({ count }) => count) }]
  return { chart: { kind: 'bar', ...told, labels, labelsName: t('statistics.age'), series }, size: SIZE }
}

export async function statisticsView(
  db: Db,
  actor: Actor,
  schoolYear: number,
  today: PlainDate,
  words: Words,
) {
  const { t } = words
  const targets = await listTargets(db, actor, schoolYear)
  const years = await countCountyYears(db, actor, spanTo(schoolYear))
  const charts = []
  for (const key of STATISTICS_CHARTS) {
    const { chart, size } = await statisticsChart(db, actor, key, schoolYear, words)
    const view = chartView(chart, size, `/exchange/statistics/chart.svg?year=${schoolYear}&of=${key}`)
    charts.push({ key, title: t(`statistics.${key}`), view })
  }
  return {
    year: schoolYearText(schoolYear, words),
    yearValue: String(schoolYear),
    years: schoolYearsAround(today).map((one) => ({ value: String(one), label: schoolYearText(one, words) })),
    charts,
    counties: targets.map((target) => countyView(target, years, words)),
    history: historyOf(years, words),
    exportHref: `/exchange/statistics/export.xlsx?year=${schoolYear}`,
  }
}

export type StatisticsView = Awaited<ReturnType<typeof statisticsView>>

const spanTo = (schoolYear: number) => ({
  from: schoolYear - YEARS_SHOWN + 1,
  to: schoolYear,
  rural: RURAL_PLACES,
})

const shareText = (share: number | null) => (share === null ? '' : percent(share))

/** A county in the chosen year: what went, against what should. */
function countyView(target: PlaceTarget, years: readonly CountyYear[], { locale }: Words) {
  const own = years.find((one) => one.countyId === target.placeId && one.schoolYear === target.schoolYear)
  const { went = 0, early = 0, toRural = 0 } = own ?? {}
  return {
    id: target.placeId,
    name: target.name,
    went: formatNumber(went, locale),
    toRural: formatNumber(toRural, locale),
    share: percent(target.share),
    target: percent(target.targetShare),
    isReached: target.share !== null && target.share >= target.targetShare,
    backbone: percent(target.backboneShare),
    backboneTarget: percent(target.backboneTarget),
    early: formatNumber(early, locale),
    earlyShare: shareText(earlyShare({ went, early })),
  }
}

/** All counties together, year by year, the latest first. */
function historyOf(years: readonly CountyYear[], words: Words) {
  return [...new Set(years.map(({ schoolYear }) => schoolYear))].map((schoolYear) => {
    const of = years.filter((one) => one.schoolYear === schoolYear)
    const sum = (key: 'went' | 'early' | 'toRural') => of.reduce((all, one) => all + one[key], 0)
    const [went, early] = [sum('went'), sum('early')]
    return {
      id: String(schoolYear),
      year: schoolYearText(schoolYear, words),
      went: formatNumber(went, words.locale),
      toRural: formatNumber(sum('toRural'), words.locale),
      early: formatNumber(early, words.locale),
      earlyShare: shareText(earlyShare({ went, early })),
    }
  })
}

/** A row a county and school year; shares against their targets for the chosen year. */
export function statisticsSheet(db: Db, actor: Actor, schoolYear: number, words: Words): SheetSpec {
  const { t } = words
  async function* rows(): AsyncGenerator<SheetValue[]> {
    const targets = new Map((await listTargets(db, actor, schoolYear)).map((one) => [one.placeId, one]))
    for (const one of await countCountyYears(db, actor, spanTo(schoolYear))) {
      const target = one.schoolYear === schoolYear ? targets.get(one.countyId) : undefined
      yield [
        ...[one.countyName, schoolYearText(one.schoolYear, words), one.went, one.toRural, one.early],
        shareText(earlyShare(one)),
        ...(target
          ? [target.share, target.targetShare, target.backboneShare, target.backboneTarget].map(percent)
          : []),
      ]
    }
  }
  const number = (heading: string) => ({ heading, kind: 'number', width: 12 }) as const
  return {
    sheetName: t('statistics.sheet'),
    columns: [
      { heading: t('target.county'), width: 20 },
      { heading: t('target.year') },
      number(t('statistics.went')),
      number(t('statistics.to_rural')),
      number(t('statistics.early')),
      { heading: t('statistics.early_share'), width: 14 },
      { heading: t('target.share'), width: 14 },
      { heading: t('target.share_wanted'), width: 14 },
      { heading: t('target.backbone_share'), width: 14 },
      { heading: t('target.backbone_wanted'), width: 14 },
    ],
    rows: rows(),
  }
}
