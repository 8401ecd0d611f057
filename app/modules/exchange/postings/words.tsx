/** The words of postings, which their own pages alone fetch, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../ui/messages.zh-CN.ts')).exchangePagesZhCN,
    ...(await import('../words/postings.zh-CN.ts')).postingsZhCN,
  }),
  en: async () => ({
    ...(await import('../ui/messages.en.ts')).exchangePagesEn,
    ...(await import('../words/postings.en.ts')).postingsEn,
  }),
})
