/** The words of the pages of notifications. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('../messages.zh-CN.ts')).notificationsZhCN,
  en: async () => (await import('../messages.en.ts')).notificationsEn,
})
