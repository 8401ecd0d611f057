/** Keyset cursors of the roster: after or before which row a page begins. Opaque outside; every field is checked. */
import { isPlainDate } from '#app/platform/dates.ts'
import { isId } from '#app/platform/ids.ts'

export const ROSTER_SORTS = ['name', 'staffNumber', 'birthDate', 'orgSince'] as const
export type RosterSort = (typeof ROSTER_SORTS)[number]

/** The page after (`next`) or before (`previous`) the row with this sort value and person. */
export type RosterCursor = {
  sort: RosterSort
  value: string
  personId: string
  towards: 'next' | 'previous'
}

const LONGEST_VALUE = 1000

/** URL-safe text of a cursor. */
export function encodeCursor({ sort, value, personId, towards }: RosterCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, value, personId, towards]))
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The cursor again; null for anything that `encodeCursor` cannot have made. */
export function decodeCursor(text: string): RosterCursor | null {
  const parsed = parse(text)
  if (!Array.isArray(parsed) || parsed.length !== 4) return null
  const [sort, value, personId, towards] = parsed as unknown[]
  if (!isSort(sort) || !isValueOf(sort, value) || !isId(personId)) return null
  if (towards !== 'next' && towards !== 'previous') return null
  return { sort, value, personId, towards }
}

export function isSort(text: unknown): text is RosterSort {
  return (ROSTER_SORTS as readonly unknown[]).includes(text)
}

function isValueOf(sort: RosterSort, value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST_VALUE || value.includes('\0')) return false
  return sort === 'birthDate' || sort === 'orgSince' ? isPlainDate(value) : !/\p{Cs}/u.test(value)
}

function parse(text: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
