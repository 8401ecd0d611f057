/** The two languages, and which one a reader gets: a cookie, then Accept-Language, then Chinese. */

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-CN'
export const localeCookieName = 'shizi_locale'

export function isLocale(text: unknown): text is Locale {
  return (locales as readonly unknown[]).includes(text)
}

/** The best of our languages for an Accept-Language header (RFC 9110 12.5.4); null when it names none of them. */
export function acceptedLocale(header: string | null): Locale | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((one) => one.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return null
}

/** The reader's language from the two headers that tell it. */
export function chooseLocale(cookieHeader: string | null, acceptLanguage: string | null): Locale {
  const cookie = new RegExp(`(?:^|;\\s*)${localeCookieName}=([^;]+)`).exec(cookieHeader ?? '')?.[1]
  if (isLocale(cookie)) return cookie
  return acceptedLocale(acceptLanguage) ?? defaultLocale
}
