/** What this reader finds in the frame, in their words: made of every room's entries. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { NavigationEntry } from '#app/platform/manifest/manifest.ts'
import type { IconName } from '#app/ui/icons.ts'
import { isFor } from './reading.server.ts'
import { rooms } from './register.server.ts'

export type Link = { href: string; label: string; icon: IconName }

export type Navigation = {
  main: Link[]
  settings: Link[]
  /** The reader's own pages; those behind the menu only are not in the rail. */
  own: (Link & { isInRail: boolean })[]
  search: { action: string; field: string; label: string; placeholder: string; hiddenAt: string } | null
}

export function navigationFor(actor: Actor, t: ServerTranslate): Navigation {
  const entries = rooms()
    .flatMap(({ navigation = [] }) => navigation)
    .filter(({ to }) => isFor(actor, to))
    .sort((a, b) => a.order - b.order)
  const linkOf = ({ href, label, icon }: NavigationEntry): Link => ({ href, label: t(label), icon })
  const at = (place: NavigationEntry['place']) => entries.filter((entry) => entry.place === place)
  return {
    main: at('main').map(linkOf),
    settings: at('settings').map(linkOf),
    own: at('own').map((entry) => {
      const isInRail = !(entry.behindMenuFor && isFor(actor, entry.behindMenuFor))
      return { ...linkOf(entry), isInRail }
    }),
    search: searchFor(actor, t),
  }
}

function searchFor(actor: Actor, t: ServerTranslate): Navigation['search'] {
  const found = rooms().flatMap(({ search }) => (search && isFor(actor, search.to) ? [search] : []))[0]
  if (!found) return null
  const { action, field, label, placeholder, hiddenAt } = found
  return { action, field, hiddenAt, label: t(label), placeholder: t(placeholder) }
}
