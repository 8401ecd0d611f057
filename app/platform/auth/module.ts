/** What accounts and signing in say of themselves to the composition. */

import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { accountActions } from './actions.ts'
import { accountsEn } from './messages.en.ts'
import { accountsZhCN } from './messages.zh-CN.ts'
import { accountRoutes } from './routes.ts'
import { accountsServerEn } from './server-words.en.ts'
import { accountsServerZhCN } from './server-words.zh-CN.ts'
import { accountList } from './ui/account-list-spec.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof accountsZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof accountsServerZhCN, string> {}
}

export const accounts: Manifest = {
  name: 'accounts',
  title: 'accounts.room',
  actions: accountActions,
  routes: accountRoutes,
  audit: {
    acts: {
      accounts: [
        'account.created',
        'account.changed',
        'account.disabled',
        'account.enabled',
        'account.password_reset',
        'account.password_changed',
        'grant.given',
        'grant.revoked',
        'session.ended',
      ],
    },
  },
  navigation: [
    {
      href: '/accounts',
      label: 'nav.accounts',
      icon: 'key-round',
      to: 'account:read',
      place: 'settings',
      order: 20,
    },
  ],
  lists: [{ list: accountList, label: 'nav.accounts', to: 'account:read' }],
  words: {
    'zh-CN': { ...accountsZhCN, ...accountsServerZhCN },
    en: { ...accountsEn, ...accountsServerEn },
  },
}
