/** Where schools lie, as the list and its workbook show it, and the form that takes it. */
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf } from '#app/platform/lists/pages.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import type { Words } from '../ui/due-words.server.ts'
import { listPlaces, type PlaceFilter, type SchoolPlace, streamPlaces } from './places.queries.server.ts'
import type { RefusedLine } from './school-place.ts'

/** About 3,000 schools. */
const LONGEST = 200_000
const SHOWN_PROBLEMS = 20

export const placesForm = declareForm({
  sections: [
    {
      id: 'places',
      fields: { lines: fields.area('place.lines', { longest: LONGEST, hint: 'place.lines_hint' }) },
    },
  ],
})

export type AskedPlaces = {
  filter: PlaceFilter
  params: URLSearchParams
  place: string
  isPlaceUnknown: boolean
}

/** The filter an address asks for, its organisation already found. */
export function placeFilterOf(params: URLSearchParams, orgId: string | null): PlaceFilter {
  const asked = params.get('known')
  return { isKnown: asked === 'yes' ? true : asked === 'no' ? false : null, orgId }
}

export async function placesView(
  db: Db,
  actor: Actor,
  { filter, params, place, isPlaceUnknown }: AskedPlaces,
  words: Words,
) {
  const { t, locale } = words
  const page = await listPlaces(db, actor, filter, decodeKeyset(params.get('cursor'), ['name']))
  const [total, known] = [formatNumber(page.total, locale), formatNumber(page.known, locale)]
  return {
    rows: page.rows.map((row) => rowView(row)),
    total: t('place.total', { total, known }),
    filter: {
      values: { known: filter.isKnown === null ? '' : filter.isKnown ? 'yes' : 'no', place },
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`place.known_${value}`) })),
      isPlaceUnknown,
    },
    pages: pagesOf('/exchange/places', params, page),
    exportHref: addressWith('/exchange/places/export.xlsx', params, { cursor: null }),
    form: canSomewhere(actor, 'exchange:round') ? placesFormView(words) : null,
  }
}

export type PlacesView = Awaited<ReturnType<typeof placesView>>

export function placesFormView(words: Words) {
  return {
    title: words.t('place.new'),
    ...{ trail: [], intro: '' },
    sections: drawSections(placesForm.sections, words),
    submitLabel: words.t('place.save'),
  }
}

function rowView({ id, name, code, countyName, latitude, longitude }: SchoolPlace) {
  return { id, name, code, county: countyName ?? '', latitude, longitude }
}

/** The first lines that cannot be written, and how many more. */
export function problemsText(refused: readonly RefusedLine[], { t }: Words): string {
  const told = refused
    .slice(0, SHOWN_PROBLEMS)
    .map(({ line, text, reason }) => t('place.line', { line, text, why: t(`place.line_${reason}`) }))
  const more = refused.length - told.length
  return [...told, ...(more > 0 ? [t('place.lines_more', { count: more })] : [])].join('\n')
}

export function placesSheet(db: Db, actor: Actor, filter: PlaceFilter, { t }: Words): ListSheet {
  async function* rows() {
    for await (const found of streamPlaces(db, actor, filter))
      for (const { code, name, countyName, latitude, longitude } of found)
        yield [code, name, countyName, latitude, longitude]
  }
  return {
    sheetName: t('place.title'),
    columns: [
      { heading: t('place.code'), shows: 'code', width: 14 },
      { heading: t('place.school'), width: 30 },
      { heading: t('place.county'), shows: 'county', width: 14 },
      { heading: t('place.latitude'), shows: 'latitude', width: 12 },
      { heading: t('place.longitude'), shows: 'longitude', width: 12 },
    ],
    rows: rows(),
  }
}
