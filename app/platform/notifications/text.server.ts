/** A notification in words. */

import { isMessageKey, type MessageValues, type ServerKey } from '#app/platform/i18n/translate.ts'
import { withDays } from '#app/platform/i18n/with-days.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'

type Worded = { topic: string; values: unknown }

/** '' for a topic that no room has any more. */
export function textOf({ topic, values }: Worded, { t, locale }: Words): string {
  if (!isMessageKey(topic)) return ''
  return t(topic as ServerKey, withDays((values ?? {}) as MessageValues, locale))
}
