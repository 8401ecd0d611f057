/** The words of who checks, samples and looks over training, beside those of everybody's pages. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../words/pages.zh-CN.ts')).trainingPagesZhCN,
    ...(await import('../words/oversight.zh-CN.ts')).trainingOversightZhCN,
  }),
  en: async () => ({
    ...(await import('../words/pages.en.ts')).trainingPagesEn,
    ...(await import('../words/oversight.en.ts')).trainingOversightEn,
  }),
})
