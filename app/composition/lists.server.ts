/** The lists of all rooms that this reader may use, and the filters that are saved of them. */

import type { Prisma } from '#app/platform/database/generated/client.ts'
import { hideable } from '#app/platform/lists/list-spec.ts'
import { type KeptOfList, keptOfList } from '#app/platform/lists/saved-filters.server.ts'
import type { ListEntry, Reading } from '#app/platform/manifest/manifest.ts'
import { isFor, readingOf } from './reading.server.ts'
import { rooms } from './register.server.ts'

export type ListHere = { key: string; path: string; label: string; columns: { key: string; label: string }[] }

function entriesFor({ actor }: Reading): ListEntry[] {
  return rooms()
    .flatMap(({ lists = [] }) => lists)
    .filter(({ to }) => isFor(actor, to))
}

export function listsFor(reading: Reading): ListHere[] {
  const { t } = reading
  return entriesFor(reading).map(({ list, label }) => ({
    ...{ key: list.key, path: list.path, label: t(label) },
    columns: hideable(list).map((column) => ({ key: column.key, label: t(column.label) })),
  }))
}

/** The list with a filter. */
export function listAddress({ path }: Pick<ListHere, 'path'>, query: string): string {
  return query ? `${path}?${query}` : path
}

/** What a list's page is told of its reader: the filters they saved, and the columns they hide. */
export async function savedFiltersOf(request: Request, key: string): Promise<KeptOfList & { list: string }> {
  const { beside: _, ...kept } = await savedFiltersWith(request, key)
  return kept
}

/** The same, and one more JSON value that the page needs at that moment: `beside` selects it. */
export async function savedFiltersWith<Beside>(request: Request, key: string, beside?: Prisma.Sql) {
  const reading = await readingOf(request)
  const entry = entriesFor(reading).find(({ list }) => list.key === key)
  if (!entry) throw new Error(`the list ${key} is in no manifest, or not for this reader`)
  return { list: key, ...(await keptOfList<Beside>(reading.db, reading.actor, entry.list, beside)) }
}
