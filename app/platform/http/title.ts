/** The page's title in the reader's language: "教职工 · 师资". */
import { defaultLocale, isLocale } from '#app/platform/i18n/locale.ts'
import { type MessageKey, translator } from '#app/platform/i18n/translate.ts'

/** For a route's `meta`: the words of `key` (or `text` itself, e.g. a person's name) and the system's name. */
export function titleOf(matches: readonly { id: string; data?: unknown }[], key: MessageKey, text?: string) {
  const root = matches.find((match) => match.id === 'root')?.data as { locale?: unknown } | undefined
  const t = translator(isLocale(root?.locale) ? root.locale : defaultLocale)
  return [{ title: `${text ?? t(key)} · ${t('app.name')}` }]
}
