/** What the settings say of themselves to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { policyActions } from './actions.ts'
import { policyEn } from './messages.en.ts'
import { policyZhCN } from './messages.zh-CN.ts'
import { policyRoutes } from './routes.ts'
import { policyServerEn } from './server-words.en.ts'
import { policyServerZhCN } from './server-words.zh-CN.ts'
import { policyPagesEn } from './ui/messages.en.ts'
import { policyPagesZhCN } from './ui/messages.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof policyPagesZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof policyZhCN | keyof typeof policyServerZhCN, string> {}
}

export const policy: Manifest = {
  name: 'policy',
  title: 'policy.room',
  actions: policyActions,
  routes: policyRoutes,
  audit: { acts: { policy: ['policy.set', 'policy.ended'] } },
  navigation: [
    {
      href: '/policy',
      label: 'nav.policy',
      icon: 'sliders-horizontal',
      to: 'policy:read',
      place: 'settings',
      order: 10,
    },
  ],
  words: {
    'zh-CN': { ...policyPagesZhCN, ...policyZhCN, ...policyServerZhCN },
    en: { ...policyPagesEn, ...policyEn, ...policyServerEn },
  },
}
