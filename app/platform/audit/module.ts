/** What the trail says of itself to the composition. */

import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { auditActions } from './actions.ts'
import { auditEn } from './messages.en.ts'
import { auditZhCN } from './messages.zh-CN.ts'
import { auditRoutes } from './routes.ts'
import { auditServerEn } from './server-words.en.ts'
import { auditServerZhCN } from './server-words.zh-CN.ts'
import { trailList } from './ui/trail-list-spec.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof auditZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof auditServerZhCN, string> {}
}

export const audit: Manifest = {
  name: 'audit',
  title: 'audit.room',
  actions: auditActions,
  routes: auditRoutes,
  navigation: [
    { href: '/audit', label: 'nav.audit', icon: 'history', to: 'audit:read', place: 'settings', order: 30 },
  ],
  lists: [{ list: trailList, label: 'nav.audit', to: 'audit:read' }],
  home: { recent: async (reading) => (await import('./recent.server.ts')).recentEntries(reading) },
  words: {
    'zh-CN': { ...auditZhCN, ...auditServerZhCN },
    en: { ...auditEn, ...auditServerEn },
  },
}
