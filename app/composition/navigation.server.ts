/** What this reader finds in the frame, in their words: made of every room's entries. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { NavigationEntry } from '#app/platform/manifest/manifest.ts'
import { iconHref } from './icons.server.ts'
import { isFor } from './reading.server.ts'
import { rooms } from './register.server.ts'

/** `icon` is where its picture is drawn. */
export type Link = { href: string; label: string; icon: string }

export type Navigation = {
  main: Link[]
  settings: Link[]
  /** The reader's own pages; those behind the menu only are not in the rail. */
  own: (Link & { isInRail: boolean })[]
  search: { action: string; field: string; label: string; placeholder: string; hiddenAt: string } | null
}

export async function navigationFor(actor: Actor, t: ServerTranslate): Promise<Navigation> {
  const entries = rooms()
    .flatMap(({ navigation = [] }) => navigation)
    .filter(({ to }) => isFor(actor, to))
    .sort((a, b) => a.order - b.order)
  const linkOf = async ({ href, label, icon }: NavigationEntry): Promise<Link> => {
    return { href, label: t(label), icon: await iconHref(icon) }
  }
  const at = (place: NavigationEntry['place']) => entries.filter((entry) => entry.place === place)
  const own = at('own').map(async (entry) => {
    const isInRail = !(entry.behindMenuFor && isFor(actor, entry.behindMenuFor))
    return { ...(await linkOf(entry)), isInRail }
  })
  return {
    main: await Promise.all(at('main').map(linkOf)),
    settings: await Promise.all(at('settings').map(linkOf)),
    own: await Promise.all(own),
    search: searchFor(actor, t),
  }
}

function searchFor(actor: Actor, t: ServerTranslate): Navigation['search'] {
  const found = rooms().flatMap(({ search }) => (search && isFor(actor, search.to) ? [search] : []))[0]
  if (!found) return null
  const { action, field, label, placeholder, hiddenAt } = found
  return { action, field, hiddenAt, label: t(label), placeholder: t(placeholder) }
}
