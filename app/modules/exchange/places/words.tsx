/** The words of where schools lie, which their own page alone fetches, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../ui/messages.zh-CN.ts')).exchangePagesZhCN,
    ...(await import('../words/places.zh-CN.ts')).placesZhCN,
  }),
  en: async () => ({
    ...(await import('../ui/messages.en.ts')).exchangePagesEn,
    ...(await import('../words/places.en.ts')).placesEn,
  }),
})
