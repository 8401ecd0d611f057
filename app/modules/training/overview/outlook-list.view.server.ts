/** Who stands how, as the list and its file show it. */
import { codeLabel, PLACE_TYPES, SUBJECTS } from '#app/modules/registry/index.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf, totalText } from '#app/platform/lists/pages.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { hoursText } from '../hours.view.server.ts'
import { AGE_BANDS, OUT_OF_REACH, OUTLOOKS } from '../outlook.ts'
import { TENTHS } from '../training-policy.ts'
import { yearIn } from '../year-in.ts'
import {
  type Dimension,
  listOutlooks,
  OUTLOOK_SORT,
  type OutlookFilter,
  type OutlookRow,
  streamOutlooks,
} from './overview.queries.server.ts'
import { codesOf, LIST, outlookTones, UNKNOWN } from './overview.view.server.ts'

export function outlookFilterOf(
  params: URLSearchParams,
  orgId: string | null,
  today: PlainDate,
): OutlookFilter {
  const known = <Code extends string>(name: string, codes: readonly Code[]): Code | null => {
    const asked = params.get(name)
    return codes.find((one) => (asked === UNKNOWN ? one === '' : one === asked && one !== '')) ?? null
  }
  const codes = (list: readonly { code: string }[]) => [...list.map(({ code }) => code), '']
  return {
    ...{ year: yearIn(params) ?? Number(today.slice(0, 4)), orgId, state: known('state', OUTLOOKS) },
    ...{ subject: known('subject', codes(SUBJECTS)), age: known('age', AGE_BANDS) },
    ...{ place: known('kind', codes(PLACE_TYPES)), why: known('why', OUT_OF_REACH) },
  }
}

type Asked = { filter: OutlookFilter; params: URLSearchParams; place: string; isPlaceUnknown: boolean }

export async function outlookListView(
  db: Db,
  actor: Actor,
  { filter, params, place, isPlaceUnknown }: Asked,
  words: Words,
) {
  const cursor = decodeKeyset(params.get('cursor'), [OUTLOOK_SORT], (_, value) => /^\d{1,9}$/.test(value))
  const { rows, total, ...cursors } = await listOutlooks(db, actor, filter, cursor)
  const { t, locale } = words
  const options = (dimension: Dimension) =>
    codesOf(dimension, words).map(({ value, label }) => ({ value: value || UNKNOWN, label }))
  return {
    rows: rows.map((row) => outlookRowView(row, words)),
    total: t('training.total_people', { total: totalText(total, locale) }),
    pages: pagesOf(LIST, params, cursors),
    exportHref: addressWith(`${LIST}/export.xlsx`, params, { cursor: null }),
    filter: {
      values: {
        ...{ place, state: filter.state ?? '', year: String(filter.year), why: filter.why ?? '' },
        ...{ subject: asOption(filter.subject), age: asOption(filter.age), kind: asOption(filter.place) },
      },
      states: OUTLOOKS.map((value) => ({ value, label: t(`training.outlook_${value}`) })),
      ...{
        subjects: options('subject'),
        ages: options('age'),
        kinds: options('place'),
        reasons: options('why'),
      },
      isPlaceUnknown,
    },
  }
}
export type OutlookListView = Awaited<ReturnType<typeof outlookListView>>

const asOption = (value: string | null) => (value === null ? '' : value || UNKNOWN)

function outlookRowView(row: OutlookRow, words: Words) {
  const { t, locale } = words
  const { state, why, personId, name, staffNumber, school, subject, until } = row
  return {
    ...{ id: personId, name, number: staffNumber, school, href: `${LIST}/${personId}` },
    subject: codeLabel(SUBJECTS, subject, locale),
    ...{ reached: hoursText(row.reached, words), required: hoursText(row.required, words) },
    missing: hoursText(row.missing, words),
    until: formatDay(addDays(until, -1), locale),
    state: { label: t(`training.outlook_${state}`), tone: outlookTones[state] },
    why: why ? t(`training.why_${why}`) : '',
  }
}
export type OutlookRowView = ReturnType<typeof outlookRowView>

export function outlookSheet(db: Db, actor: Actor, filter: OutlookFilter, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for await (const found of streamOutlooks(db, actor, filter)) {
      for (const row of found) {
        const { number, name, school, subject, state, why } = outlookRowView(row, words)
        yield [
          ...[number, name, school, subject],
          ...[row.reached / TENTHS, row.required / TENTHS, row.missing / TENTHS],
          ...[addDays(row.until, -1), state.label, why],
        ]
      }
    }
  }
  return {
    sheetName: t('training.outlooks'),
    columns: [
      { heading: t('training.col_number'), shows: 'number' },
      { heading: t('training.col_name') },
      { heading: t('training.col_school'), shows: 'school', width: 28 },
      { heading: t('training.overview_subject'), shows: 'subject' },
      { heading: t('training.col_reached'), shows: 'reached', kind: 'number' },
      { heading: t('training.col_required'), shows: 'required', kind: 'number' },
      { heading: t('training.col_missing'), shows: 'missing', kind: 'number' },
      { heading: t('training.col_until'), shows: 'until', kind: 'date' },
      { heading: t('training.col_outlook'), shows: 'state' },
      { heading: t('training.overview_why'), shows: 'why' },
    ],
    rows: rows(),
  }
}
