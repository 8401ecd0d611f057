/** The words of rounds and posts, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../words/shared.zh-CN.ts')).exchangeSharedZhCN,
    ...(await import('../words/rounds.zh-CN.ts')).roundsZhCN,
  }),
  en: async () => ({
    ...(await import('../words/shared.en.ts')).exchangeSharedEn,
    ...(await import('../words/rounds.en.ts')).roundsEn,
  }),
})
