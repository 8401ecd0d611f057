/** The reader's language in components, and how a room brings its words to the page. */
import { createContext, type ReactNode, useContext } from 'react'
import type { platformZhCN } from '#app/platform/messages.zh-CN.ts'
import { defaultLocale, isLocale, type Locale } from './locale.ts'
import { registerWords, type Translate, translator } from './translate.ts'

const LocaleContext = createContext<Locale>(defaultLocale)

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

export type PlatformKey = keyof typeof platformZhCN

/** `t(key, values)` in the reader's language, with the words that every page has; a room's own are in its `words.tsx`. */
export function useT(): Translate<PlatformKey> {
  return translator(useLocale())
}

/** Dynamic imports of a room's words, so that a browser fetches one language's. */
export type WordLoaders<Key extends string> = Record<Locale, () => Promise<Readonly<Record<Key, string>>>>

/**
 * Gives a room its `useT`, once its words are there: `export const useT = await wordsOf({…})`. In a browser it
 * fetches those of the page's language; a server has registered every room's (app/composition).
 */
export async function wordsOf<Key extends string>(
  loaders: WordLoaders<Key>,
): Promise<() => Translate<Key | PlatformKey>> {
  if (typeof document !== 'undefined') {
    const { lang } = document.documentElement
    const locale = isLocale(lang) ? lang : defaultLocale
    registerWords(locale, await loaders[locale]())
  }
  return useT
}
