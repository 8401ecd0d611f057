/** The orders of the roster, and its cursors: each order's values are of one kind. */
import { isPlainDate } from '#app/platform/dates.ts'
import { decodeKeyset, type Keyset } from '#app/platform/lists/keyset.ts'

export const ROSTER_SORTS = ['name', 'staffNumber', 'birthDate', 'orgSince'] as const
export type RosterSort = (typeof ROSTER_SORTS)[number]
export type RosterCursor = Keyset<RosterSort>

export function isSort(text: unknown): text is RosterSort {
  return (ROSTER_SORTS as readonly unknown[]).includes(text)
}

/** The cursor of an address; null for anything that no page of the roster can have led to. */
export function rosterCursor(text: string): RosterCursor | null {
  const isValue = (sort: RosterSort, value: string) =>
    sort === 'birthDate' || sort === 'orgSince' ? isPlainDate(value) : true
  return decodeKeyset(text, ROSTER_SORTS, isValue)
}
