/** Dates and numbers as people read them. Days are plain dates (YYYY-MM-DD), shown without any time zone. */
import type { Locale } from './locale.ts'

/** 2026年11月23日 / 23 November 2026. */
export function formatDay(day: string, locale: Locale): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (locale === 'zh-CN') return `${year}年${month}月${date}日`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date),
  )
}

/** A moment in China's time: 2026-11-23 15:04. */
export function formatMoment(moment: Date | string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(moment))
}

/** Words one after the other, as the language parts them. */
export function formatList(words: readonly (string | number)[], locale: Locale): string {
  return words.join(locale === 'en' ? ', ' : '、')
}

/** One decimal, as "12.3%". */
export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

// Making one costs more than a page's rows.
const numberFormats = { 'zh-CN': new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') }

export function formatNumber(value: number, locale: Locale): string {
  return numberFormats[locale].format(value)
}
