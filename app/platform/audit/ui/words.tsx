/** The words of the audit trail. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('../messages.zh-CN.ts')).auditZhCN,
  en: async () => (await import('../messages.en.ts')).auditEn,
})
