/** The words that all pages of exchange share. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('../words/shared.zh-CN.ts')).exchangeSharedZhCN,
  en: async () => (await import('../words/shared.en.ts')).exchangeSharedEn,
})
