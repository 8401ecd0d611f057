/** Days among the values of a message. */
import { isPlainDate } from '#app/platform/dates.ts'
import { formatDay } from './format.ts'
import type { Locale } from './locale.ts'

/** Values for words, with the plain days among them as people read them. */
export function withDays<Value>(
  values: Readonly<Record<string, Value>>,
  locale: Locale,
): Record<string, Value | string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && isPlainDate(value) ? formatDay(value, locale) : value,
    ]),
  )
}
