/** The reader's language in components. */
import { createContext, type ReactNode, useContext } from 'react'
import { defaultLocale, type Locale } from './locale.ts'
import { type Translate, translator } from './translate.ts'

const LocaleContext = createContext<Locale>(defaultLocale)

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** `t(key, values)` in the reader's language. */
export function useT(): Translate {
  return translator(useLocale())
}
