/** What stands against a date, in words, with what to do about it. */
import { formatDay } from '#app/platform/i18n/format.ts'
import { withDays } from '#app/platform/i18n/with-days.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { FoundClash } from './clashes.server.ts'

export function clashView({ day, isHard, key, values, what }: FoundClash, words: Words) {
  const { t, locale } = words
  const said = { ...withDays(values, locale), ...(what && { what: t(what, values) }) }
  return {
    isHard,
    text: t('clash.on', { day: formatDay(day, locale), what: t(key, said) }),
    advice: t(`clash.advice_${isHard ? 'hard' : 'soft'}`),
  }
}
export type ClashView = ReturnType<typeof clashView>
