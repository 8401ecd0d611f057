/** The words of the pages of saved filters. */
import { wordsOf } from '#app/platform/i18n/use-t.tsx'

export const useT = await wordsOf({
  'zh-CN': () => import('../messages.zh-CN.ts').then(({ filtersZhCN }) => filtersZhCN),
  en: () => import('../messages.en.ts').then(({ filtersEn }) => filtersEn),
})
