/** The roster's filter, as the address bar holds it: read with all that is wrong in it, and written back. */
import { addDays, addYears, isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import { isId } from '#app/platform/ids.ts'
import { encodeKeyset } from '#app/platform/lists/keyset.ts'
import {
  type CodeList,
  type CodeOf,
  HONOURS,
  isCodeOf,
  POST_CATEGORIES,
  SCHOOL_POSTS,
  STAFF_CATEGORIES,
  STAFF_STATUSES,
  STAGES,
  SUBJECTS,
  TITLE_LEVELS,
} from './codes/index.ts'
import { isSort, type RosterCursor, type RosterSort, rosterCursor } from './roster-sort.ts'

/** The code filters: each a column of the roster, by its name in the address. */
const CODE_FILTERS = {
  stage: STAGES,
  subject: SUBJECTS,
  title: TITLE_LEVELS,
  honour: HONOURS,
  post: POST_CATEGORIES,
  category: STAFF_CATEGORIES,
  schoolPost: SCHOOL_POSTS,
} as const satisfies Record<string, CodeList>
type CodeFilter = keyof typeof CODE_FILTERS
type CodeFilters = { [Name in CodeFilter]: CodeOf<(typeof CODE_FILTERS)[Name]> | null }

const NUMBER_FILTERS = ['ageFrom', 'ageTo', 'yearsFrom', 'yearsTo'] as const
type NumberFilter = (typeof NUMBER_FILTERS)[number]

/** `active`: all statuses that count as in service. */
export type StatusFilter = 'active' | 'all' | CodeOf<typeof STAFF_STATUSES>

/** Facts that a record may lack and that others are counted from. */
export const LACKING = ['birthDate'] as const
export type Lacking = (typeof LACKING)[number]

/** Null is "any". Ages and years at the organisation are completed years on the day; both ends are included. */
export type RosterFilter = CodeFilters & { [Name in NumberFilter]: number | null } & {
  /** Any of these organisations, and all below them. */
  orgs: string[]
  status: StatusFilter
  onEstablishment: boolean | null
  /** A fact that is not on record: only those who lack it. */
  lacks: Lacking | null
  /** Part of a name, pinyin, initials, a staff number, an identity number. */
  q: string
  /** Null is today. */
  asOf: PlainDate | null
  sort: RosterSort
  descending: boolean
  cursor: RosterCursor | null
  pageSize: number
}

export type FilterProblem = {
  /** The parameter in the address. */
  field: string
  reason: 'unknown_code' | 'unknown_id' | 'not_a_number' | 'not_a_date' | 'not_a_cursor' | 'too_long'
  value: string
}

export const PAGE_SIZE = 50
/** Characters; longer than any name. */
export const LONGEST_SEARCH = 100
const MOST_ORGANISATIONS = 50
const MOST_YEARS = 150
/** Days outside say nothing of anybody's service; ages counted back from them would leave the calendar. */
const AS_OF_WITHIN = ['1900-01-01', '2199-12-31'] as const

/** Everybody in service in the reader's scope, today, by name. */
export const EVERYBODY: RosterFilter = {
  orgs: [],
  stage: null,
  subject: null,
  title: null,
  honour: null,
  post: null,
  category: null,
  schoolPost: null,
  status: 'active',
  ageFrom: null,
  ageTo: null,
  yearsFrom: null,
  yearsTo: null,
  onEstablishment: null,
  lacks: null,
  q: '',
  asOf: null,
  sort: 'name',
  descending: false,
  cursor: null,
  pageSize: PAGE_SIZE,
}

/** Reads an address. What cannot be understood is left out of the filter and told as a problem. */
export function parseRosterFilter(
  params: URLSearchParams,
  today: PlainDate,
): { filter: RosterFilter; problems: FilterProblem[] } {
  const problems: FilterProblem[] = []
  const read = <Value>(
    field: string,
    reason: FilterProblem['reason'],
    parse: (text: string) => Value | null,
  ) =>
    valuesOf(params, field)
      .slice(0, field === 'org' ? MOST_ORGANISATIONS : 1)
      .flatMap((text) => {
        const value = parse(text)
        if (value === null) problems.push({ field, reason, value: text.slice(0, LONGEST_SEARCH) })
        return value === null ? [] : [value]
      })
  const code = <Name extends CodeFilter>(name: Name) =>
    read(name, 'unknown_code', (text) => (isCodeOf(CODE_FILTERS[name], text) ? text : null))[0] ?? null
  const number = (name: NumberFilter) => read(name, 'not_a_number', numberIn)[0] ?? null

  const [sorted = { sort: EVERYBODY.sort, descending: false }] = read('sort', 'unknown_code', sortIn)
  const [asOf = null] = read('asOf', 'not_a_date', asOfIn)
  const [q = ''] = read('q', 'too_long', (text) => (text.length <= LONGEST_SEARCH ? text : null))
  const filter: RosterFilter = {
    orgs: [...new Set(read('org', 'unknown_id', (text) => (isId(text) ? text.toLowerCase() : null)))],
    stage: code('stage'),
    subject: code('subject'),
    title: code('title'),
    honour: code('honour'),
    post: code('post'),
    category: code('category'),
    schoolPost: code('schoolPost'),
    status: read('status', 'unknown_code', statusIn)[0] ?? 'active',
    ageFrom: number('ageFrom'),
    ageTo: number('ageTo'),
    yearsFrom: number('yearsFrom'),
    yearsTo: number('yearsTo'),
    onEstablishment: read('establishment', 'unknown_code', yesOrNo)[0]?.answer ?? null,
    lacks: read('lacks', 'unknown_code', lackingIn)[0] ?? null,
    q,
    asOf: asOf === today ? null : asOf,
    ...sorted,
    cursor: read('cursor', 'not_a_cursor', (text) => cursorFor(sorted.sort, text))[0] ?? null,
    pageSize: PAGE_SIZE,
  }
  return { filter, problems }
}

/** The address of a filter; what is as usual is left out. `parseRosterFilter` gives the same filter again. */
export function rosterSearchParams(filter: RosterFilter): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.set(name, String(value))
  }
  set('q', filter.q)
  for (const org of filter.orgs) params.append('org', org)
  for (const name of Object.keys(CODE_FILTERS) as CodeFilter[]) set(name, filter[name])
  set('status', filter.status === 'active' ? null : filter.status)
  if (filter.onEstablishment !== null) set('establishment', filter.onEstablishment ? 'yes' : 'no')
  for (const name of NUMBER_FILTERS) set(name, filter[name])
  set('lacks', filter.lacks)
  set('asOf', filter.asOf)
  if (filter.sort !== EVERYBODY.sort || filter.descending)
    set('sort', sortText(filter.sort, filter.descending))
  set('cursor', filter.cursor && encodeKeyset(filter.cursor))
  return params
}

/** A sort as the address writes it: `birthDate`, or `-birthDate` for descending. */
export function sortText(sort: RosterSort, descending: boolean): string {
  return descending ? `-${sort}` : sort
}

/** Whether anything narrows the list (the day, the order and the page do not). */
export function isNarrowed(filter: RosterFilter): boolean {
  const whole = { ...EVERYBODY, asOf: filter.asOf }
  const narrowed = { ...filter, sort: whole.sort, descending: whole.descending, cursor: null }
  return rosterSearchParams(narrowed).toString() !== rosterSearchParams(whole).toString()
}

/** The last first day from which `years` are full on `day`: in step with `fullYearsBetween`, 29 February included. */
export function latestStart(day: PlainDate, years: number): PlainDate {
  const start = addYears(day, -years)
  const next = addDays(start, 1)
  return addYears(next, years) <= day ? next : start
}

function valuesOf(params: URLSearchParams, field: string): string[] {
  return params
    .getAll(field)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function numberIn(text: string): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= MOST_YEARS ? Number(text) : null
}

function asOfIn(text: string): PlainDate | null {
  const [first, last] = AS_OF_WITHIN
  return isPlainDate(text) && first <= text && text <= last ? text : null
}

function statusIn(text: string): StatusFilter | null {
  return text === 'active' || text === 'all' || isCodeOf(STAFF_STATUSES, text) ? text : null
}

function lackingIn(text: string): Lacking | null {
  return LACKING.find((one) => one === text) ?? null
}

function yesOrNo(text: string): { answer: boolean } | null {
  return text === 'yes' || text === 'no' ? { answer: text === 'yes' } : null
}

function sortIn(text: string): Pick<RosterFilter, 'sort' | 'descending'> | null {
  const descending = text.startsWith('-')
  const sort = descending ? text.slice(1) : text
  return isSort(sort) ? { sort, descending } : null
}

function cursorFor(sort: RosterSort, text: string): RosterCursor | null {
  const cursor = rosterCursor(text)
  return cursor?.sort === sort ? cursor : null
}
