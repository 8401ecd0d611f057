/** Looks words up by key, in the words that rooms register: all of them on a server, a page's own in a browser. */
import type { Locale } from './locale.ts'

/** Filled by every room with its keys, so that an unknown key does not compile. */
export interface KnownMessages {
  'app.name': string
}
export type MessageKey = keyof KnownMessages & string
/** Filled by every room with the keys whose words stay on the server: pages get them as text. */
export interface ServerMessages {
  'app.name': string
}
export type MessageValues = Record<string, string | number>
/** Looks up `Key`s; may be handed on to where other rooms' keys are named, as a form's reply may name any. */
export type Translate<Key extends string = MessageKey> = {
  look(key: Key, values?: MessageValues): string
}['look']
/** Every key there is. */
export type ServerKey = MessageKey | (keyof ServerMessages & string)
/** What the server looks words up with. */
export type ServerTranslate = Translate<ServerKey>

// Without a prototype: `constructor` is no key.
const known: Record<Locale, Record<string, string>> = {
  'zh-CN': Object.create(null),
  en: Object.create(null),
}

/** Adds words to a language; the browser adds only to the one it shows. */
export function registerWords(locale: Locale, words: Readonly<Record<string, string>>): void {
  Object.assign(known[locale], words)
}

/**
 * Words of one language; in a component use the room's `useT`. `{{name}}` takes the value of that name; a
 * `count` of 1 takes `<key>_one` where there is one. An unregistered key is shown as it is.
 */
export function translator(locale: Locale): ServerTranslate {
  const words = known[locale]
  return (key, values) => {
    const one = values?.count === 1 ? words[`${key}_one`] : undefined
    const text = one ?? words[key] ?? key
    return values ? text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? '')) : text
  }
}

/** Whether a text is one of the known keys (a code from a form or a cookie, before it is looked up). */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(known['zh-CN'], text) || Object.hasOwn(known.en, text)
}
