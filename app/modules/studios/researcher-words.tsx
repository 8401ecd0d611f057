/** The words of the pages of researchers. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('./words/shared.zh-CN.ts')).studiosSharedZhCN,
    ...(await import('./words/researchers.zh-CN.ts')).studioResearchersZhCN,
  }),
  en: async () => ({
    ...(await import('./words/shared.en.ts')).studiosSharedEn,
    ...(await import('./words/researchers.en.ts')).studioResearchersEn,
  }),
})
