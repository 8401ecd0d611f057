/** What every page stands on, said as a room like any other: the frame's own routes and words, and what is swept. */
import { database } from '#app/platform/database/client.server.ts'
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { platformEn } from '../messages.en.ts'
import { platformZhCN } from '../messages.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof platformZhCN, string> {}
}

export const frame: Manifest = {
  name: 'frame',
  title: 'app.name',
  routes: {
    root: { get: 'anyone' },
    'routes/healthz': { get: 'anyone' },
    'routes/readyz': { get: 'anyone' },
    'routes/language': { get: 'anyone', post: 'anyone' },
    'routes/_app+/_layout': { get: 'signed-in' },
    'routes/_app+/index': { get: 'signed-in' },
  },
  jobs: {
    sweeps: {
      'form-acts': async () => {
        const { sweepFormActs } = await import('../acts/form-turn.server.ts')
        await sweepFormActs((await database()).db)
      },
    },
  },
  words: { 'zh-CN': platformZhCN, en: platformEn },
}
