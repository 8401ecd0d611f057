/** The words of the comparison, of items and benchmarks, beside those of everybody's pages. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../words/pages.zh-CN.ts')).payPagesZhCN,
    ...(await import('../words/parity.zh-CN.ts')).payParityZhCN,
  }),
  en: async () => ({
    ...(await import('../words/pages.en.ts')).payPagesEn,
    ...(await import('../words/parity.en.ts')).payParityEn,
  }),
})
