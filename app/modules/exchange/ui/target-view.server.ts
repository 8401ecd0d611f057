/** Yearly targets as their page and their file show them. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatNumber, formatPercent } from '#app/platform/i18n/format.ts'
import { schoolYearsAround } from '../due-filter.ts'
import { listForecast, listTargets, type PlaceForecast, type PlaceTarget } from '../targets.queries.server.ts'
import { total } from '../targets.ts'
import type { OutcomeView } from './due-views.ts'
import { schoolYearText, type Words } from './due-words.server.ts'
import type { ForecastRowView, TargetRowView, TargetsView } from './target-views.ts'

export async function targetsView(
  db: Db,
  actor: Actor,
  schoolYear: number,
  today: PlainDate,
  words: Words,
): Promise<TargetsView> {
  const targets = await listTargets(db, actor, schoolYear)
  const forecast = await listForecast(db, actor, schoolYear)
  const rows = targets.map((one) => standingView(one, words))
  return {
    year: schoolYearText(schoolYear, words),
    yearValue: String(schoolYear),
    years: schoolYearsAround(today).map((year) => ({
      value: String(year),
      label: schoolYearText(year, words),
    })),
    rows: targets.length > 1 ? [...rows, sumView(targets, words)] : rows,
    forecast: yearsOf(forecast).map((year) => forecastSum(forecast, year, words)),
    forecastByCounty: targets.length > 1 ? countiesOf(targets, forecast, words) : [],
    exportHref: `/exchange/targets/export.xlsx?year=${schoolYear}`,
  }
}

function countiesOf(
  targets: readonly PlaceTarget[],
  forecast: readonly PlaceForecast[],
  words: Words,
): TargetsView['forecastByCounty'] {
  return targets.map(({ placeId, name }) => ({
    id: placeId,
    name,
    rows: forecast.filter((one) => one.placeId === placeId).map((one) => forecastView(one, words)),
  }))
}

function standingView(one: PlaceTarget, words: Words): TargetRowView {
  const figure = (value: number) => formatNumber(value, words.locale)
  return {
    key: one.placeId,
    name: one.name,
    href: `/exchange/due?year=${one.schoolYear}&county=${one.placeId}`,
    due: figure(one.due),
    exempt: figure(one.exempt),
    deferred: figure(one.deferred),
    targetShare: percent(one.targetShare),
    target: figure(one.target),
    gone: figure(one.gone),
    share: percent(one.share),
    backbone: figure(one.goneBackbone),
    backboneShare: percent(one.backboneShare),
    states: standingStates(one, words),
  }
}

function sumView(targets: readonly PlaceTarget[], words: Words): TargetRowView {
  const figure = (key: 'due' | 'exempt' | 'deferred' | 'target' | 'gone' | 'goneBackbone') =>
    formatNumber(total(targets, key), words.locale)
  const [due, gone] = [total(targets, 'due'), total(targets, 'gone')]
  return {
    key: 'all',
    name: words.t('target.all'),
    href: null,
    due: figure('due'),
    exempt: figure('exempt'),
    deferred: figure('deferred'),
    targetShare: '',
    target: figure('target'),
    gone: figure('gone'),
    share: percent(due === 0 ? null : gone / due),
    backbone: figure('goneBackbone'),
    backboneShare: percent(gone === 0 ? null : total(targets, 'goneBackbone') / gone),
    states: [],
  }
}

/** Reached, how many are missing, and whether the backbone share falls short. */
export function standingStates(one: PlaceTarget, { t }: Words): OutcomeView[] {
  if (one.due === 0) return [{ label: t('target.none_due'), tone: 'neutral' }]
  const states: OutcomeView[] = one.isReached
    ? [{ label: t('target.reached'), tone: 'green' }]
    : [{ label: t('target.missing', { count: one.missing }), tone: 'amber' }]
  if (one.gone > 0 && !one.isBackboneReached)
    states.push({ label: t('target.backbone_short'), tone: 'amber' })
  return states
}

function yearsOf(forecast: readonly PlaceForecast[]): number[] {
  return [...new Set(forecast.map(({ schoolYear }) => schoolYear))].sort()
}

function forecastView(one: PlaceForecast, words: Words): ForecastRowView {
  const figure = (value: number) => formatNumber(value, words.locale)
  return {
    key: `${one.placeId} ${one.schoolYear}`,
    place: one.name,
    year: schoolYearText(one.schoolYear, words),
    href: `/exchange/due?year=${one.schoolYear}&outcome=due&county=${one.placeId}`,
    due: figure(one.due),
    newlyDue: figure(one.newlyDue),
    retiring: figure(one.retiring),
    target: figure(one.target),
  }
}

function forecastSum(forecast: readonly PlaceForecast[], year: number, words: Words): ForecastRowView {
  const rows = forecast.filter(({ schoolYear }) => schoolYear === year)
  const figure = (key: 'due' | 'newlyDue' | 'retiring' | 'target') =>
    formatNumber(total(rows, key), words.locale)
  return {
    key: String(year),
    place: words.t('target.all'),
    year: schoolYearText(year, words),
    href: `/exchange/due?year=${year}&outcome=due`,
    due: figure('due'),
    newlyDue: figure('newlyDue'),
    retiring: figure('retiring'),
    target: figure('target'),
  }
}

/** One decimal; nothing where there is no share. */
export function percent(share: number | null): string {
  return share === null ? '' : formatPercent(share)
}
