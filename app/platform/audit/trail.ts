/** The audit trail as its pages show it: filter, cursor, rows. */
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import { decodeKeyset, type Keyset } from '#app/platform/lists/keyset.ts'
import type { Json } from './canonical.ts'

export type TrailFilter = {
  /** This organisation and all below it. */
  organisationId: string | null
  /** A person by staff number. */
  staffNumber: string
  /** Part of the name of who acted, or their user name. */
  who: string
  action: string
  /** First and last day, in China's time. */
  from: PlainDate | null
  to: PlainDate | null
}

/** The place of an entry in the order of the list: newest first. */
export type TrailPoint = { at: string; chainId: string; seq: string }

export type TrailRow = TrailPoint & {
  actorName: string
  action: string
  organisationName: string
  person: { href: string | null; name: string; staffNumber: string } | null
  /** What was touched, e.g. `account:<id>`. */
  subject: string
  /** A name that the entry carries: a user name, a file. */
  about: string
  reason: string | null
}

/** A row in words: `what` is the act, `about` what it touched. */
export type TrailRowView = TrailRow & { what: string }

export type TrailEntry = TrailRow & {
  /** Null: the system itself. */
  actorUsername: string | null
  before: Json
  after: Json
  hash: string
  prevHash: string
  /** Names of the organisations whose ids stand in before or after. */
  organisationNames: Record<string, string>
}

/** A field of an entry in words; undefined: there was none, '': it was empty. */
export type ChangeView = {
  path: string
  field: string
  before: string | undefined
  after: string | undefined
  isChanged: boolean
}

/** An entry in words. */
export type EntryView = Omit<TrailEntry, 'before' | 'after' | 'organisationNames'> & {
  what: string
  changes: ChangeView[]
}

/** The filter an address asks for, its organisation already found; what it cannot mean is left out. */
export function trailFilterOf(params: URLSearchParams, organisationId: string | null): TrailFilter {
  const text = (name: string) => (params.get(name) ?? '').trim().slice(0, 60)
  const day = (name: string) => (isPlainDate(text(name)) ? text(name) : null)
  return {
    organisationId,
    staffNumber: text('person'),
    who: text('who'),
    action: /^[a-z_]+\.[a-z_]+$/.test(text('action')) ? text('action') : '',
    from: day('from'),
    to: day('to'),
  }
}

/** Where an entry stands in the list: its moment and number, and its chain as the id. */
export function trailKey({ at, seq, chainId }: TrailPoint): Omit<Keyset, 'towards'> {
  return { sort: 'at', value: `${at}~${seq}`, id: chainId }
}

/** The cursor an address names; null for anything else. */
export function trailCursor(text: string | null): Keyset | null {
  return decodeKeyset(text, ['at'], (_, value) => pointIn(value) !== null)
}

/** Moment and number of a cursor's value; null where it holds none. */
export function pointIn(value: string): Pick<TrailPoint, 'at' | 'seq'> | null {
  const [at = '', seq = '', ...more] = value.split('~')
  if (more.length > 0 || !isSeq(seq)) return null
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))
    ? { at, seq }
    : null
}

/** Whether a text can be an entry's number in its chain (a bigint column holds 19 digits at most). */
export function isSeq(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text)
}

/** Address of an entry's page. */
export function entryPath({ chainId, seq }: Pick<TrailPoint, 'chainId' | 'seq'>): string {
  return `/audit/${chainId}/${seq}`
}
