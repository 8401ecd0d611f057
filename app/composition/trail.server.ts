/** The trail's choices and codes, out of every room. */
import type { CodeWord } from '#app/platform/audit/trail-words.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { rooms } from './register.server.ts'

/** Acts by the group under which the filter offers them; two rooms may add to one group. */
export function trailActs(): Record<string, readonly string[]> {
  const acts: Record<string, readonly string[]> = {}
  for (const { audit } of rooms()) {
    for (const [group, names] of Object.entries(audit?.acts ?? {}))
      acts[group] = [...(acts[group] ?? []), ...names]
  }
  return acts
}

/** A field's code in words, as the room knows it that wrote the entry. */
export function trailCodeWord(locale: Locale): CodeWord {
  return (field, code, subject) => {
    for (const { audit } of rooms()) {
      const word = audit?.codeWord?.(field, code, subject, locale)
      if (word !== undefined) return word
    }
    return undefined
  }
}
