/** What attachments say of themselves to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { filesServerEn } from './server-words.en.ts'
import { filesServerZhCN } from './server-words.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface ServerMessages extends Record<keyof typeof filesServerZhCN, string> {}
}

export const files: Manifest = {
  name: 'files',
  title: 'files.room',
  routes: { 'routes/_app+/files+/$attachmentId': { get: 'its-room' } },
  audit: { acts: { files: ['attachment.downloaded'] } },
  words: { 'zh-CN': filesServerZhCN, en: filesServerEn },
}
