/** What forms say of themselves to the composition. */
import { database } from '#app/platform/database/client.server.ts'
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { formsEn } from './messages.en.ts'
import { formsZhCN } from './messages.zh-CN.ts'
import { formsServerEn } from './server-words.en.ts'
import { formsServerZhCN } from './server-words.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof formsZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof formsServerZhCN, string> {}
}

export const forms: Manifest = {
  name: 'forms',
  title: 'forms.room',
  routes: { 'routes/_app+/drafts': { post: [{ fields: { address: '/me' }, by: 'signed-in' }] } },
  jobs: {
    sweeps: {
      drafts: async () => {
        const { sweepDrafts } = await import('./drafts.server.ts')
        await sweepDrafts((await database()).db)
      },
    },
  },
  words: { 'zh-CN': { ...formsZhCN, ...formsServerZhCN }, en: { ...formsEn, ...formsServerEn } },
}
