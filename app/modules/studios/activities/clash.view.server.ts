/** What stands against a date, in words, with what to do about it. */
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { FoundClash } from './clashes.server.ts'

export function clashView({ day, isHard, key, values, what }: FoundClash, words: Words) {
  const { t, locale } = words
  const said = what ? { ...values, what: t(what, values) } : values
  return {
    isHard,
    text: t('clash.on', { day: formatDay(day, locale), what: t(key, said) }),
    advice: t(`clash.advice_${isHard ? 'hard' : 'soft'}`),
  }
}
export type ClashView = ReturnType<typeof clashView>
