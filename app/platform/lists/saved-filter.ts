/** What of a list's address is kept under a name: its filter, never the place in it, and nobody's number. */

export const FILTER_NAME_LONGEST = 40
const QUERY_LONGEST = 2000

/** Parameters that say where in the list one is. */
const paging = new Set(['cursor', 'index', 'more'])

/** Fifteen or eighteen digits: a resident number, which stands in no address and in no table but its own. */
const residentNumber = /(?<!\d)(\d{15}|\d{17}[\dXx])(?!\d)/

export type FilterRefusal =
  | 'list_unknown'
  | 'nothing_filtered'
  | 'too_long'
  | 'identity_number'
  | 'same_name'
  | 'too_many'
  | 'not_found'

/** The filter of an address, or why it cannot be kept. */
export function filterOf(
  query: string,
): { ok: true; query: string } | { ok: false; reason: 'nothing_filtered' | 'too_long' | 'identity_number' } {
  const given = [...new URLSearchParams(query)].filter(([name, value]) => value !== '' && !paging.has(name))
  if (given.length === 0) return { ok: false, reason: 'nothing_filtered' }
  if (given.some(([, value]) => residentNumber.test(value.normalize('NFKC').replace(/[\s-]/g, ''))))
    return { ok: false, reason: 'identity_number' }
  const kept = new URLSearchParams(given).toString()
  return kept.length > QUERY_LONGEST ? { ok: false, reason: 'too_long' } : { ok: true, query: kept }
}
