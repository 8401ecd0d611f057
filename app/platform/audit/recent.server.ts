/** The latest entries of the trail, for the home page of those who read it. */
import { canSomewhere } from '#app/platform/access/actor.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { Reading, RecentChange } from '#app/platform/manifest/manifest.ts'
import { listTrail } from './trail.queries.server.ts'
import { entryPath, trailFilterOf } from './trail.ts'
import { rowView } from './trail-words.server.ts'

const MOST = 6

export async function recentEntries({ db, actor, t }: Reading): Promise<RecentChange[]> {
  if (!canSomewhere(actor, 'audit:read')) return []
  const everything = trailFilterOf(new URLSearchParams(), null)
  const { rows } = await listTrail(db, actor, everything, null, MOST)
  return rows.map((row) => {
    const { what, about, organisationName, at } = rowView(row, t)
    const note = [about, organisationName].filter(Boolean).join('　')
    return { at, date: formatMoment(at), title: what, note, href: entryPath(row) }
  })
}
