/** The words of the statistics, which their own page alone fetches, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../words/shared.zh-CN.ts')).exchangeSharedZhCN,
    ...(await import('../words/statistics.zh-CN.ts')).statisticsZhCN,
  }),
  en: async () => ({
    ...(await import('../words/shared.en.ts')).exchangeSharedEn,
    ...(await import('../words/statistics.en.ts')).statisticsEn,
  }),
})
