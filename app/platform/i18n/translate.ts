/** Looks words up by key, in catalogues that the composition root registers (i18next does the looking up). */
import { createInstance } from 'i18next'
import type { Locale } from './locale.ts'

/** Filled by app/messages.ts with every room's keys, so that an unknown key does not compile. */
export interface KnownMessages {
  'app.name': string
}
export type MessageKey = keyof KnownMessages & string
/** Filled by app/messages.server.ts with the keys whose words stay on the server: pages get them as text. */
export interface ServerMessages {
  'app.name': string
}
export type MessageValues = Record<string, string | number>
export type Translate = (key: MessageKey, values?: MessageValues) => string
/** What the server looks words up with: every key there is. */
export type ServerTranslate = (
  key: MessageKey | (keyof ServerMessages & string),
  values?: MessageValues,
) => string
/** A whole language: every key and its words. */
export type Catalogue = Record<MessageKey, string>

const translators = new Map<Locale, ServerTranslate>()
const known = new Map<Locale, Catalogue>()

/** Registers a language; the browser registers only the one it shows. */
export function registerCatalogue(locale: Locale, catalogue: Catalogue): void {
  known.set(locale, catalogue)
  const instance = createInstance({
    lng: locale,
    resources: { [locale]: { translation: catalogue } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initImmediate: false,
  })
  instance.init()
  translators.set(locale, (key, values) => instance.t(key, values ?? {}))
}

/** Words of one language; in a component use `useT`. Throws when the language was never registered. */
export function translator(locale: Locale): ServerTranslate {
  const found = translators.get(locale)
  if (!found) throw new Error(`no words for ${locale}`)
  return found
}

/** Whether a text is one of the known keys (a code from a form or a cookie, before it is looked up). */
export function isMessageKey(text: string): text is MessageKey {
  for (const catalogue of known.values()) return Object.hasOwn(catalogue, text)
  return false
}
