/** The words of volunteering, which its own pages alone fetch, beside those of all pages of exchange. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('../ui/messages.zh-CN.ts')).exchangePagesZhCN,
    ...(await import('../words/volunteering.zh-CN.ts')).volunteeringZhCN,
  }),
  en: async () => ({
    ...(await import('../ui/messages.en.ts')).exchangePagesEn,
    ...(await import('../words/volunteering.en.ts')).volunteeringEn,
  }),
})
