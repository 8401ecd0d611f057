/** What notifications say of themselves to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { notificationsEn } from './messages.en.ts'
import { notificationsZhCN } from './messages.zh-CN.ts'
import { notificationsServerEn } from './server-words.en.ts'
import { notificationsServerZhCN } from './server-words.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof notificationsZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof notificationsServerZhCN, string> {}
}

export const notifications: Manifest = {
  name: 'notification',
  title: 'notification.room',
  routes: {
    'routes/_app+/me+/notifications.index': { get: 'signed-in', post: 'signed-in' },
    'routes/_app+/me+/notifications.choices': { get: 'signed-in', post: 'signed-in' },
    'routes/_public+/calendars.$secret[.]ics': { get: 'anyone' },
  },
  audit: { acts: { notifications: ['notification.chosen', 'notification.feed_made'] } },
  navigation: [
    {
      ...{ href: '/me/notifications', label: 'nav.notifications', icon: 'bell', to: 'signed-in' },
      ...{ place: 'own', order: 30 },
    },
  ],
  jobs: {
    sweeps: { notifications: async () => (await import('./notifications.job.server.ts')).sendDue() },
  },
  home: { tasks: async (reading) => (await import('./home.server.ts')).unreadTask(reading) },
  words: {
    'zh-CN': { ...notificationsZhCN, ...notificationsServerZhCN },
    en: { ...notificationsEn, ...notificationsServerEn },
  },
}
