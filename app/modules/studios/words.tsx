/** The words of the bureau's pages of studios. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('./words/shared.zh-CN.ts')).studiosSharedZhCN,
    ...(await import('./words/calls.zh-CN.ts')).callsZhCN,
  }),
  en: async () => ({
    ...(await import('./words/shared.en.ts')).studiosSharedEn,
    ...(await import('./words/calls.en.ts')).callsEn,
  }),
})
