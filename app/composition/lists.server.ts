/** The lists of all rooms that this reader may use, and the filters that are saved of them. */
import { hideable } from '#app/platform/lists/list-spec.ts'
import { keptOfList } from '#app/platform/lists/saved-filters.server.ts'
import type { Reading } from '#app/platform/manifest/manifest.ts'
import { isFor, readingOf } from './reading.server.ts'
import { rooms } from './register.server.ts'

export type ListHere = { key: string; path: string; label: string; columns: { key: string; label: string }[] }

export function listsFor({ actor, t }: Reading): ListHere[] {
  return rooms()
    .flatMap(({ lists = [] }) => lists)
    .filter(({ to }) => isFor(actor, to))
    .map(({ list, label }) => ({
      ...{ key: list.key, path: list.path, label: t(label) },
      columns: hideable(list).map((column) => ({ key: column.key, label: t(column.label) })),
    }))
}

/** The list with a filter. */
export function listAddress({ path }: Pick<ListHere, 'path'>, query: string): string {
  return query ? `${path}?${query}` : path
}

/** What a list's page is told of its reader: the filters they saved, and the columns they hide. */
export async function savedFiltersOf(request: Request, key: string) {
  const reading = await readingOf(request)
  const list = listsFor(reading).find((one) => one.key === key)
  return {
    list: key,
    ...(list ? await keptOfList(reading.db, reading.actor, list) : { filters: [], hidden: [] }),
  }
}
