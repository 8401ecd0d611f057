/** The words of volunteering, which its own pages alone fetch, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../words/shared.zh-CN.ts')).exchangeSharedZhCN,
    ...(await import('../words/volunteering.zh-CN.ts')).volunteeringZhCN,
  }),
  en: async () => ({
    ...(await import('../words/shared.en.ts')).exchangeSharedEn,
    ...(await import('../words/volunteering.en.ts')).volunteeringEn,
  }),
})
