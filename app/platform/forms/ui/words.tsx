/** The words of every form page. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': () => import('../messages.zh-CN.ts').then(({ formsZhCN }) => formsZhCN),
  en: () => import('../messages.en.ts').then(({ formsEn }) => formsEn),
})
