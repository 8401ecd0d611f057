/** The words of the settings pages. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('./messages.zh-CN.ts')).policyPagesZhCN,
  en: async () => (await import('./messages.en.ts')).policyPagesEn,
})
