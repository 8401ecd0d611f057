/** What saved filters say of themselves to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { filtersEn } from './messages.en.ts'
import { filtersZhCN } from './messages.zh-CN.ts'
import { filtersServerEn } from './server-words.en.ts'
import { filtersServerZhCN } from './server-words.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof filtersZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof filtersServerZhCN, string> {}
}

export const filters: Manifest = {
  name: 'filters',
  title: 'filters.room',
  routes: {
    'routes/_app+/filters+/index': { get: 'signed-in', post: 'signed-in' },
    'routes/_app+/filters+/new': { get: 'signed-in', post: 'signed-in' },
    'routes/_app+/filters+/columns': { get: 'signed-in', post: 'signed-in' },
  },
  audit: { acts: { filters: ['filter.saved', 'filter.deleted', 'columns.hidden'] } },
  words: { 'zh-CN': { ...filtersZhCN, ...filtersServerZhCN }, en: { ...filtersEn, ...filtersServerEn } },
}
