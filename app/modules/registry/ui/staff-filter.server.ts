/** The staff list's filter: read from the address with organisations by name, and shown as blanks and chips. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { addressWith } from '#app/platform/http/address.ts'
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ActiveFilter } from '#app/ui/active-filters.tsx'
import { CODE_LISTS, type CodeListName, codeLabel } from '../codes/index.ts'
import { optionsOf } from '../form-fields.ts'
import {
  EVERYBODY,
  isNarrowed,
  LACKING,
  parseRosterFilter,
  type RosterFilter,
  rosterSearchParams,
  sortText,
} from '../roster.ts'
import type { KnownPlace } from '../roster-where.sql.server.ts'
import { organisationOfText, organisationText } from './organisation-names.server.ts'
import type { StaffFilterView } from './staff-views.ts'

/** Something in the address that was not taken: the message and the text it speaks of. */
export type FilterMessage = { key: MessageKey; text: string }

export type StaffFilter = {
  filter: RosterFilter
  problems: FilterMessage[]
  /** The organisations of the filter as a field shows them, by id. */
  organisations: ReadonlyMap<string, string>
  /** The same organisations, as the list's conditions need them. */
  places: readonly KnownPlace[]
}

/** An organisation of the filter. */
export type FilterPlace = KnownPlace & { name: string; code: string }
/** Fetches what `select` answers: one JSON list of organisations. */
export type PlaceReader = (select: Prisma.Sql) => Promise<FilterPlace[]>

/**
 * Reads an address. `place` is an organisation as typed into the form; it stands for the ids given by `org`. What is
 * unknown, or out of the reader's scope, is left out and told. A page that asks for more at the same moment gives its
 * own `readPlaces`.
 */
export async function readStaffFilter(
  db: Db,
  actor: Actor,
  params: URLSearchParams,
  today: PlainDate,
  readPlaces: PlaceReader = placesOf(db),
): Promise<StaffFilter> {
  const read = parseRosterFilter(params, today)
  const problems: FilterMessage[] = read.problems.map(({ reason, value }) => ({
    key: `registry.filter.${reason}`,
    text: value,
  }))
  const place = params.get('place')?.trim() ?? ''
  const placeId = await organisationOfText(db, actor, place)
  if (place !== '' && !placeId) problems.push({ key: 'staff.place_unknown', text: place.slice(0, 100) })
  const asked = placeId ? [placeId] : read.filter.orgs
  const places = await readPlaces(placesWithin(actor, asked))
  const organisations = new Map(places.map((one) => [one.id, organisationText(one)]))
  for (const id of asked) {
    if (!organisations.has(id)) problems.push({ key: 'registry.filter.unknown_id', text: id })
  }
  return { filter: { ...read.filter, orgs: [...organisations.keys()] }, problems, organisations, places }
}

function placesOf(db: Db): PlaceReader {
  return async (select) => {
    const [row] = await db.$queryRaw<{ places: FilterPlace[] }[]>`select (${select}) as places`
    return row?.places ?? []
  }
}

function placesWithin(actor: Actor, ids: readonly string[]): Prisma.Sql {
  const scope = scopeOf(actor, 'organisation:read')
  return Prisma.sql`select coalesce(json_agg(json_build_object('id', o.id, 'parentId', o.parent_id, 'kind', o.kind,
      'lineage', o.lineage, 'name', o.name, 'code', o.code)), '[]')
    from organisation o where o.id = any(${[...ids]}::uuid[]) and o.lineage && ${[...scope]}::uuid[]`
}

/** The list's address under a filter. */
export function staffAddress(filter: RosterFilter, path = '/staff'): string {
  const query = rosterSearchParams(filter).toString()
  return query ? `${path}?${query}` : path
}

const selects = {
  stage: 'stage',
  subject: 'subject',
  title: 'titleLevel',
  honour: 'honour',
  post: 'postCategory',
  category: 'staffCategory',
  schoolPost: 'schoolPost',
} as const satisfies Partial<Record<keyof RosterFilter, CodeListName>>
type Select = keyof typeof selects

const numbers = ['ageFrom', 'ageTo', 'yearsFrom', 'yearsTo'] as const
const folded = [
  'honour',
  'post',
  'category',
  'schoolPost',
  'establishment',
  'lacks',
  ...numbers,
  'asOf',
] as const

/** The blanks of the form as the address fills them (also where it is wrong, so that it can be put right). */
export function staffFilterView(
  { filter, organisations }: StaffFilter,
  params: URLSearchParams,
  words: Words,
): StaffFilterView {
  const names = [...Object.keys(selects), 'status', 'establishment', 'lacks', ...numbers, 'asOf']
  const values = Object.fromEntries(names.map((name) => [name, params.get(name)?.trim() ?? '']))
  if (filter.sort !== EVERYBODY.sort || filter.descending)
    values.sort = sortText(filter.sort, filter.descending)
  const { t, locale } = words
  const isMoreOpen = params.has('more') || folded.some((name) => values[name] !== '')
  // What is folded away is not drawn, and its choices are not sent.
  const isDrawn = (name: string) => isMoreOpen || !folded.some((one) => one === name)
  const codes = Object.entries(selects).map(([name, list]) => [
    name,
    isDrawn(name) ? optionsOf(list, locale) : [],
  ])
  const [only] = organisations.values()
  return {
    organisation: params.get('place')?.trim() || (organisations.size === 1 ? (only ?? '') : ''),
    organisationIds: organisations.size > 1 ? [...organisations.keys()] : [],
    values,
    options: {
      ...(Object.fromEntries(codes) as Pick<StaffFilterView['options'], Select>),
      status: [{ value: 'all', label: t('staff.status_any') }, ...optionsOf('staffStatus', locale)],
      establishment: [
        { value: 'yes', label: t('staff.on_establishment') },
        { value: 'no', label: t('staff.off_establishment') },
      ],
      lacks: LACKING.map((value) => ({ value, label: t(`staff.lacks_${value}`) })),
    },
    isMoreOpen,
    moreHref: addressWith('/staff', params, { more: '1', cursor: null }),
    isNarrowed: isNarrowed(filter) || filter.asOf !== null,
    active: chipsOf(filter, organisations, words),
  }
}

/** One chip a condition, in the order of the form; its address is the list without it. */
function chipsOf(
  filter: RosterFilter,
  organisations: StaffFilter['organisations'],
  { t, locale }: Words,
): ActiveFilter[] {
  const chips: ActiveFilter[] = []
  const chip = (label: string, without: Partial<RosterFilter>) =>
    chips.push({ label, removeHref: staffAddress({ ...filter, ...without, cursor: null }) })
  const is = (label: string, value: string) => t('staff.chip', { label, value })

  if (filter.q) chip(t('staff.chip_search', { value: filter.q }), { q: '' })
  for (const [id, name] of organisations)
    chip(is(t('staff.organisation'), name), { orgs: filter.orgs.filter((one) => one !== id) })
  for (const name of Object.keys(selects) as Select[]) {
    const code = filter[name]
    const label = t(`registry.column.${columnOf[name]}`)
    if (code !== null) chip(is(label, codeLabel(CODE_LISTS[selects[name]], code, locale)), { [name]: null })
  }
  if (filter.status !== 'active') {
    const { status } = filter
    const value = status === 'all' ? t('staff.status_any') : codeLabel(CODE_LISTS.staffStatus, status, locale)
    chip(is(t('staff.state'), value), { status: 'active' })
  }
  if (filter.onEstablishment !== null)
    chip(t(filter.onEstablishment ? 'staff.on_establishment' : 'staff.off_establishment'), {
      onEstablishment: null,
    })
  if (filter.lacks) chip(t(`staff.lacks_${filter.lacks}`), { lacks: null })
  for (const name of numbers) {
    const value = filter[name]
    const label = t(name.startsWith('age') ? 'staff.age' : 'staff.years_here')
    if (value !== null)
      chip(t(name.endsWith('From') ? 'staff.chip_from' : 'staff.chip_to', { label, value }), { [name]: null })
  }
  return chips
}

const columnOf = {
  stage: 'stage',
  subject: 'subject',
  title: 'titleLevel',
  honour: 'honours',
  post: 'postCategory',
  category: 'staffCategory',
  schoolPost: 'schoolPost',
} as const satisfies Record<Select, string>
