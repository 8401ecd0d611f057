/** The words of who is due, exemptions and targets, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../words/shared.zh-CN.ts')).exchangeSharedZhCN,
    ...(await import('../words/due.zh-CN.ts')).dueZhCN,
  }),
  en: async () => ({
    ...(await import('../words/shared.en.ts')).exchangeSharedEn,
    ...(await import('../words/due.en.ts')).dueEn,
  }),
})
