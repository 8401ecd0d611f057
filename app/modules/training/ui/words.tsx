/** The words of the training pages. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('../words/pages.zh-CN.ts')).trainingPagesZhCN,
  en: async () => (await import('../words/pages.en.ts')).trainingPagesEn,
})
