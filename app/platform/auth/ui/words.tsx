/** The words of accounts and sessions. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('../messages.zh-CN.ts')).accountsZhCN,
  en: async () => (await import('../messages.en.ts')).accountsEn,
})
