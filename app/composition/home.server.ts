/** The home page of this reader: their own matter, what waits by room, what changed lately, where to start. */
import type { HomeTask, OwnPanel, Reading, RecentChange } from '#app/platform/manifest/manifest.ts'
import type { Link } from './navigation.server.ts'
import { isFor } from './reading.server.ts'
import { rooms } from './register.server.ts'

const MOST_RECENT = 6

export type HomeView = {
  own: OwnPanel[]
  /** Rooms in which nothing waits are left out. */
  waiting: { room: string; title: string; tasks: HomeTask[] }[]
  recent: RecentChange[]
  quick: Link[]
}

export async function homeView(reading: Reading): Promise<HomeView> {
  const { actor, t } = reading
  const waiting: HomeView['waiting'] = []
  const own: OwnPanel[] = []
  const recent: RecentChange[] = []
  // One after another: the embedded database has one connection, and a page should not take several of a server's.
  for (const { name, title, home } of rooms()) {
    const panel = await home?.own?.(reading)
    if (panel) own.push(panel)
    const tasks = (await home?.tasks?.(reading)) ?? []
    if (tasks.length > 0) waiting.push({ room: name, title: t(title), tasks })
    recent.push(...((await home?.recent?.(reading)) ?? []))
  }
  const entries = rooms()
    .flatMap(({ home }) => home?.quick ?? [])
    .filter(({ to }) => isFor(actor, to))
    .sort((a, b) => a.order - b.order)
  const quick = entries.map(({ href, label, icon }) => ({ href, label: t(label), icon }))
  recent.sort((a, b) => b.at.localeCompare(a.at))
  return { own, waiting, recent: recent.slice(0, MOST_RECENT), quick }
}
