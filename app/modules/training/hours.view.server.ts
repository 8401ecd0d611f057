/** My hours 我的学时 as the page shows them: what is required, by year, and each entry with what of it counts. */
import { codeLabel } from '#app/modules/registry/index.ts'
import type { Chart } from '#app/platform/charts/chart.ts'
import { chartView } from '#app/platform/charts/draw.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { TRAINING_CATEGORIES, TRAINING_KINDS, TRAINING_LEVELS } from './codes.ts'
import { lastEntryOf } from './entries.queries.server.ts'
import type { EntryFacts, EntryState } from './entry.ts'
import { type CountedEntry, countedEntries, standingOf } from './hours.queries.server.ts'
import type { Requirement } from './requirement.ts'
import type { Standing } from './standing.ts'
import { capsOf, TENTHS } from './training-policy.ts'

const tones: Record<EntryState, Tone> = {
  ...{ submitted: 'amber', returned: 'red', approved: 'green', withdrawn: 'neutral', reversed: 'neutral' },
}

export function stateView(state: EntryState, { t }: Words) {
  return { label: t(`training.state_${state}`), tone: tones[state] }
}

/** Tenths of an hour as hours. */
export function hoursText(tenths: number, { locale }: Words): string {
  return formatNumber(tenths / TENTHS, locale)
}

export function daysText(
  { startsOn, lastDay }: Pick<EntryFacts, 'startsOn' | 'lastDay'>,
  { t, locale }: Words,
) {
  const [from, to] = [formatDay(startsOn, locale), formatDay(lastDay, locale)]
  return startsOn === lastDay
    ? t('training.days_one', { day: from })
    : t('training.days_between', { from, to })
}

export function yearText({ year, policies }: Pick<Standing, 'year' | 'policies'>, { t }: Words): string {
  const isSchool = policies.use('training.year').value === 'school'
  return isSchool
    ? t('training.school_year_link', { year, next: year + 1 })
    : t('training.year_link', { year })
}

export function requirementView(one: Requirement, words: Words) {
  const { t, locale } = words
  const { code, role, required, reached, missing, until, isByTime } = one
  const named = code === 'cycle' && role !== 'everyone' ? (`cycle_${role}` as const) : code
  const spoken = { reached: hoursText(reached, words), required: hoursText(required, words) }
  return {
    code,
    label: t(`training.requirement_${named}`) + (isByTime ? t('training.by_time_note') : ''),
    figures: t('training.reached_of', spoken),
    note:
      missing > 0
        ? t('training.missing_by', {
            missing: hoursText(missing, words),
            day: formatDay(addDays(until, -1), locale),
          })
        : t('training.enough'),
    isMet: missing === 0,
    value: Math.min(reached, required),
    max: required,
  }
}

/** The kinds to choose from, each with what it asks; `page` is where their forms are. */
export function kindsView({ t, locale }: Words, page: string) {
  return TRAINING_KINDS.map(({ code }) => ({
    href: `${page}?kind=${code}`,
    label: codeLabel(TRAINING_KINDS, code, locale),
    about: t(`training.about_${code}`),
  }))
}

export type EntryLine = ReturnType<typeof entryLine>

function entryLine(entry: CountedEntry, paths: HoursPaths, words: Words) {
  const { t, locale } = words
  const { id, title, kind, level, category, tenths, state, counted, limit } = entry
  const spoken = {
    level: codeLabel(TRAINING_LEVELS, level, locale),
    category: codeLabel(TRAINING_CATEGORIES, category, locale),
  }
  return {
    id,
    href: paths.entry(id),
    title,
    about: [codeLabel(TRAINING_KINDS, kind, locale), spoken.level, spoken.category].join(' · '),
    days: daysText(entry, words),
    hours: t('training.hours_of', { hours: hoursText(tenths, words) }),
    counted: counted === null ? undefined : t('training.hours_counted', { hours: hoursText(counted, words) }),
    limit: limit === null ? undefined : t(`training.limited_${limit}`, spoken),
    state: stateView(state, words),
  }
}

export type HoursView = NonNullable<Awaited<ReturnType<typeof hoursView>>>

/** Where the page of somebody's hours is, and where one of their entries is looked at. */
export type HoursPaths = { page: string; entry: (id: string) => string }

export const ownPaths: HoursPaths = { page: '/me/hours', entry: (id) => `/me/hours/${id}` }

export function pathsOf(personId: string): HoursPaths {
  return { page: `/training/people/${personId}`, entry: (id) => `/training/entries/${id}` }
}

type AskedHours = { personId: string; year: number | null; paths: HoursPaths }

/** Null where somebody has no place of work. */
export async function hoursView(
  db: Db,
  { personId, year: asked, paths }: AskedHours,
  today: PlainDate,
  words: Words,
) {
  const standing = await standingOf(db, personId, today, asked)
  if (!standing) return null
  const entries = await countedEntries(db, personId, standing)
  const last = await lastEntryOf(db, personId)
  return {
    year: yearText(standing, words),
    againHref: last && `/me/hours/new?kind=${last.kind}&from=${last.id}`,
    years: standing.years.map(({ year }) => ({
      href: `${paths.page}?year=${year}`,
      label: yearText({ ...standing, year }, words),
      current: year === standing.year,
    })),
    requirements: standing.requirements.map((one) => requirementView(one, words)),
    levels: partsView(TRAINING_LEVELS, 'level', standing, words),
    categories: partsView(TRAINING_CATEGORIES, 'category', standing, words),
    picture: chartView(
      cycleChart(standing, words),
      CHART_SIZE,
      `${paths.page}/chart.svg?year=${standing.year}`,
    ),
    entries: entries.map((entry) => entryLine(entry, paths, words)),
  }
}

export type PartView = ReturnType<typeof partsView>[number]

/** What was approved in the year of each level or category, and what counts of it at most; those without either are left out. */
function partsView(
  list: typeof TRAINING_LEVELS | typeof TRAINING_CATEGORIES,
  of: 'level' | 'category',
  { year, sums, policies }: Standing,
  words: Words,
) {
  const caps = capsOf(policies)
  const limits: Readonly<Record<string, number | null>> = of === 'level' ? caps.levels : caps.categories
  return list.flatMap(({ code }) => {
    const approved = sums
      .filter((one) => one.year === year && one[of] === code)
      .reduce((all, { tenths }) => all + tenths, 0)
    const most = limits[code] ?? null
    if (approved === 0 && most === null) return []
    return [
      {
        code,
        label: codeLabel(list, code, words.locale),
        approved: hoursText(approved, words),
        most: most === null ? words.t('training.no_limit') : hoursText(most, words),
      },
    ]
  })
}

export const CHART_SIZE = { width: 640, height: 260 }

/** What counted in each year of the cycle. */
export function cycleChart({ years, policies }: Standing, words: Words): Chart {
  const { t } = words
  const [from, to] = [years.at(0)?.year ?? 0, years.at(-1)?.year ?? 0]
  return {
    kind: 'bar',
    title: t('training.chart_cycle', { from, to }),
    unit: t('training.chart_unit'),
    labels: years.map(({ year }) => yearText({ year, policies }, words)),
    labelsName: t('training.chart_year'),
    series: [{ name: t('training.chart_unit'), values: years.map(({ counted }) => counted / TENTHS) }],
  }
}
