/** The words of the pages of a studio's members. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': async () => ({
    ...(await import('./words/shared.zh-CN.ts')).studiosSharedZhCN,
    ...(await import('./words/members.zh-CN.ts')).studioMembersZhCN,
  }),
  en: async () => ({
    ...(await import('./words/shared.en.ts')).studiosSharedEn,
    ...(await import('./words/members.en.ts')).studioMembersEn,
  }),
})
