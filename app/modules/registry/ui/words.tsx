/** The words of the registry's pages. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => (await import('./messages.zh-CN.ts')).registryPagesZhCN,
  en: async () => (await import('./messages.en.ts')).registryPagesEn,
})
