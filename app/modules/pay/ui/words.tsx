/** The words of one's own pay. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('../words/pages.zh-CN.ts')).payPagesZhCN,
  en: async () => (await import('../words/pages.en.ts')).payPagesEn,
})
