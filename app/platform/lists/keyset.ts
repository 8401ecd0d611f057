/** Keyset cursors of lists: after or before which row a page begins. Opaque outside; every field of one that comes back is checked. */
import { isId } from '#app/platform/ids.ts'

/** The page after (`next`) or before (`previous`) the row with this value of the sort and this id. */
export type Keyset<Sort extends string = string> = {
  sort: Sort
  value: string
  id: string
  towards: 'next' | 'previous'
}

/** Where a row stands in its list. */
export type KeyOf<Row, Sort extends string = string> = (row: Row) => Omit<Keyset<Sort>, 'towards'>

const LONGEST_VALUE = 1000

/** URL-safe text of a cursor. */
export function encodeKeyset({ sort, value, id, towards }: Keyset): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, value, id, towards]))
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * The cursor again; null for anything that `encodeKeyset` cannot have made of one of these sorts. `isValue` says what a sort's
 * values look like, where they are not any text.
 */
export function decodeKeyset<Sort extends string>(
  text: string | null,
  sorts: readonly Sort[],
  isValue: (sort: Sort, value: string) => boolean = () => true,
): Keyset<Sort> | null {
  const parsed = parse(text ?? '')
  if (!Array.isArray(parsed) || parsed.length !== 4) return null
  const [given, value, id, towards] = parsed as unknown[]
  const sort = sorts.find((one) => one === given)
  if (sort === undefined || !isText(value) || !isValue(sort, value) || !isId(id)) return null
  return towards === 'next' || towards === 'previous' ? { sort, value, id, towards } : null
}

/** What PostgreSQL takes as text: no NUL, no half of a character. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_VALUE && !/\0|\p{Cs}/u.test(value)
}

function parse(text: string): unknown {
  if (!/^[A-Za-z0-9_-]{1,8000}$/.test(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

export type PageOf<Row, Sort extends string = string> = {
  rows: Row[]
  previous: Keyset<Sort> | null
  next: Keyset<Sort> | null
}

/** A page of rows read one beyond its size, in the order asked for: what to show, and where to go on. */
export function pageOf<Row, Sort extends string>(
  found: readonly Row[],
  size: number,
  cursor: Keyset<Sort> | null,
  keyOf: KeyOf<Row, Sort>,
): PageOf<Row, Sort> {
  const backwards = cursor?.towards === 'previous'
  const hasMore = found.length > size
  const rows = found.slice(0, size)
  if (backwards) rows.reverse()
  const at = (row: Row | undefined, towards: Keyset['towards']) =>
    row === undefined ? null : { ...keyOf(row), towards }
  return {
    rows,
    previous: (backwards ? hasMore : cursor !== null) ? at(rows.at(0), 'previous') : null,
    next: backwards || hasMore ? at(rows.at(-1), 'next') : null,
  }
}
