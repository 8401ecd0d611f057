/** The words of the pages of the principal pipeline. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('./words/pages.zh-CN.ts')).principalPagesZhCN,
  en: async () => (await import('./words/pages.en.ts')).principalPagesEn,
})
