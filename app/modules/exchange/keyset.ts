/** Keyset cursors of this room's lists, which all go by a name's sort key: after or before which row a page begins. */
import { isId } from '#app/platform/ids.ts'

export type Keyset = { sortKey: string; id: string; towards: 'next' | 'previous' }

const LONGEST = 1000

/** URL-safe text of a cursor. */
export function encodeKeyset({ sortKey, id, towards }: Keyset): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sortKey, id, towards]))
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The cursor again; null for anything that `encodeKeyset` cannot have made. */
export function decodeKeyset(text: string): Keyset | null {
  const parsed = parse(text)
  if (!Array.isArray(parsed) || parsed.length !== 3) return null
  const [sortKey, id, towards] = parsed as unknown[]
  if (typeof sortKey !== 'string' || sortKey.length > LONGEST || /\0|\p{Cs}/u.test(sortKey)) return null
  if (!isId(id) || (towards !== 'next' && towards !== 'previous')) return null
  return { sortKey, id, towards }
}

function parse(text: string): unknown {
  if (!/^[A-Za-z0-9_-]{1,4000}$/.test(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** A page of rows read one beyond its size, in the order asked for: what to show, and where to go on. */
export function pageOf<Row extends { sortKey: string; id: string }>(
  found: readonly Row[],
  size: number,
  cursor: Keyset | null,
): { rows: Row[]; previous: Keyset | null; next: Keyset | null } {
  const backwards = cursor?.towards === 'previous'
  const hasMore = found.length > size
  const rows = found.slice(0, size)
  if (backwards) rows.reverse()
  const at = (row: Row | undefined, towards: Keyset['towards']) =>
    row ? { sortKey: row.sortKey, id: row.id, towards } : null
  return {
    rows,
    previous: (backwards ? hasMore : cursor !== null) ? at(rows.at(0), 'previous') : null,
    next: backwards || hasMore ? at(rows.at(-1), 'next') : null,
  }
}
