/** The words of the pages of coverage and proposals. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('./words/shared.zh-CN.ts')).studiosSharedZhCN,
    ...(await import('./words/coverage.zh-CN.ts')).studioCoverageZhCN,
  }),
  en: async () => ({
    ...(await import('./words/shared.en.ts')).studiosSharedEn,
    ...(await import('./words/coverage.en.ts')).studioCoverageEn,
  }),
})
