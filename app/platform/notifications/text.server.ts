/** A notification in words. */
import { isPlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import { isMessageKey, type MessageValues, type ServerKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'

type Worded = { topic: string; values: unknown }

/** '' for a topic that no room has any more. */
export function textOf({ topic, values }: Worded, { t, locale }: Words): string {
  if (!isMessageKey(topic)) return ''
  const spoken = Object.entries((values ?? {}) as MessageValues).map(([name, value]) => [
    name,
    typeof value === 'string' && isPlainDate(value) ? formatDay(value, locale) : value,
  ])
  return t(topic as ServerKey, Object.fromEntries(spoken))
}
