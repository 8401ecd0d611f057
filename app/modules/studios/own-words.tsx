/** The words of the pages of those who belong to studios, apply to lead one, or judge who does. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('./words/shared.zh-CN.ts')).studiosSharedZhCN,
    ...(await import('./words/own.zh-CN.ts')).studiosOwnZhCN,
  }),
  en: async () => ({
    ...(await import('./words/shared.en.ts')).studiosSharedEn,
    ...(await import('./words/own.en.ts')).studiosOwnEn,
  }),
})
