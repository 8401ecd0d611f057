/** The due list as its page shows it. */
import { codeLabel, STAGES, SUBJECTS } from '#app/modules/registry/index.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import { encodeKeyset, type Keyset } from '#app/platform/lists/keyset.ts'
import { type DueRow, listDue } from '../due.queries.server.ts'
import { type DueFilter, schoolYearsAround } from '../due-filter.ts'
import { OUTCOMES } from '../eligibility.ts'
import { placesInReach } from '../reach.sql.server.ts'
import type { DueListView, DueRowView } from './due-views.ts'
import {
  groundText,
  outcomeView,
  schoolYearText,
  teachingText,
  type Words,
  word,
  yearsServed,
} from './due-words.server.ts'

export type AskedDue = {
  filter: DueFilter
  /** The organisation of the filter as its field shows it, and as it was typed. */
  place: string
  isPlaceUnknown: boolean
}

export async function dueListView(
  db: Db,
  actor: Actor,
  { filter, place, isPlaceUnknown }: AskedDue,
  today: PlainDate,
  words: Words,
): Promise<DueListView> {
  const { t, locale } = words
  const places = await placesInReach(db, actor)
  const { rows, counts, previous, next } = await listDue(db, actor, filter)
  const day = schoolYearStart(filter.schoolYear)
  const at = (change: Partial<DueFilter>) => dueAddress({ ...filter, cursor: null, ...change }, place)
  const all = OUTCOMES.reduce((sum, one) => sum + counts[one], 0)
  const tab = (outcome: DueFilter['outcome'], count: number) => ({
    href: at({ outcome }),
    label: t(outcome ? `exchange.outcome_${outcome}` : 'exchange.outcome_all'),
    count: formatNumber(count, locale),
    current: filter.outcome === outcome,
  })
  const page = (cursor: Keyset | null) => (cursor ? at({ cursor }) : undefined)
  return {
    day: formatDay(day, locale),
    rows: rows.map((row) => rowView(row, day, words)),
    total: t('exchange.people', {
      total: formatNumber(filter.outcome ? counts[filter.outcome] : all, locale),
    }),
    outcomes: [tab(null, all), ...OUTCOMES.toReversed().map((one) => tab(one, counts[one]))],
    filter: {
      values: {
        year: String(filter.schoolYear),
        county: filter.countyId ?? '',
        place,
        stage: filter.stage ?? '',
        subject: filter.subject ?? '',
        backbone: filter.backbone === null ? '' : filter.backbone ? 'yes' : 'no',
      },
      outcome: filter.outcome ?? 'all',
      years: schoolYearsAround(today).map((year) => ({
        value: String(year),
        label: schoolYearText(year, words),
      })),
      counties: places.length > 1 ? places.map(({ id, name }) => ({ value: id, label: name })) : [],
      stages: STAGES.map(({ code }) => ({ value: code, label: codeLabel(STAGES, code, locale) })),
      subjects: SUBJECTS.map(({ code }) => ({ value: code, label: codeLabel(SUBJECTS, code, locale) })),
      isPlaceUnknown,
    },
    pages: { first: previous ? at({}) : undefined, previous: page(previous), next: page(next) },
    exportHref: dueAddress({ ...filter, cursor: null }, place, '/exchange/due/export.xlsx'),
  }
}

function rowView(row: DueRow, day: PlainDate, words: Words): DueRowView {
  return {
    id: row.id,
    href: `/exchange/due/${row.id}?year=${row.schoolYear}`,
    name: row.name,
    staffNumber: row.staffNumber,
    school: row.orgName,
    teaching: teachingText(row, words),
    title: word('titleLevel', row.titleLevel, words),
    years: String(yearsServed(row, day)),
    isBackbone: row.isBackbone,
    outcome: outcomeView(row.decision.outcome, words),
    ground: groundText(row.decision, words),
  }
}

/** The list's address under a filter. */
export function dueAddress(filter: DueFilter, place: string, path = '/exchange/due'): string {
  const params = new URLSearchParams({ year: String(filter.schoolYear) })
  const set = (name: string, value: string | null) => {
    if (value) params.set(name, value)
  }
  set('outcome', filter.outcome ?? 'all')
  set('county', filter.countyId)
  set('place', place)
  set('stage', filter.stage)
  set('subject', filter.subject)
  set('backbone', filter.backbone === null ? null : filter.backbone ? 'yes' : 'no')
  set('cursor', filter.cursor && encodeKeyset(filter.cursor))
  return `${path}?${params}`
}
