/** The lists of all rooms that this reader may use, and the filters that are saved of them. */
import { type SavedFilter, savedFilters } from '#app/platform/lists/saved-filters.server.ts'
import type { Reading } from '#app/platform/manifest/manifest.ts'
import { isFor, readingOf } from './reading.server.ts'
import { rooms } from './register.server.ts'

export type ListHere = { key: string; path: string; label: string }

export function listsFor({ actor, t }: Reading): ListHere[] {
  return rooms()
    .flatMap(({ lists = [] }) => lists)
    .filter(({ to }) => isFor(actor, to))
    .map(({ key, path, label }) => ({ key, path, label: t(label) }))
}

/** What the menu of saved filters on a list's page shows. */
export async function savedFiltersOf(
  request: Request,
  key: string,
): Promise<{ list: string; filters: SavedFilter[] }> {
  const reading = await readingOf(request)
  const lists = listsFor(reading).filter((one) => one.key === key)
  return { list: key, filters: await savedFilters(reading.db, reading.actor, lists) }
}
