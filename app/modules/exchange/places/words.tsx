/** The words of where schools lie, which their own page alone fetches, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../words/shared.zh-CN.ts')).exchangeSharedZhCN,
    ...(await import('../words/places.zh-CN.ts')).placesZhCN,
  }),
  en: async () => ({
    ...(await import('../words/shared.en.ts')).exchangeSharedEn,
    ...(await import('../words/places.en.ts')).placesEn,
  }),
})
