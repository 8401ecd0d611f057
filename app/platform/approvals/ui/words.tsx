/** The words of the pages of approvals. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': () => import('../messages.zh-CN.ts').then(({ approvalsZhCN }) => approvalsZhCN),
  en: () => import('../messages.en.ts').then(({ approvalsEn }) => approvalsEn),
})
