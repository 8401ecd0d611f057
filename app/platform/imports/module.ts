/** What imports say of themselves to the composition; what files may be about, the rooms that take them in say. */
import type { Manifest, RouteAccess } from '#app/platform/manifest/manifest.ts'
import { importsServerEn } from './server-words.en.ts'
import { importsServerZhCN } from './server-words.zh-CN.ts'
import { importPagesEn } from './ui/messages.en.ts'
import { importPagesZhCN } from './ui/messages.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof importPagesZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof importsServerZhCN, string> {}
}

const MEGABYTE = 1024 * 1024

const jobs = () => import('./jobs.server.ts')

const routes: Record<string, RouteAccess> = {
  'routes/_app+/imports+/index': { get: 'importer' },
  'routes/_app+/imports+/new': { get: 'importer', post: 'importer' },
  'routes/_app+/imports+/export[.]xlsx': { get: 'importer' },
  'routes/_app+/imports+/template[.]xlsx': { get: 'importer' },
  'routes/_app+/imports+/$batchId': { get: 'its-subject' },
  'routes/_app+/imports+/$batchId.index': { get: 'its-subject' },
  'routes/_app+/imports+/$batchId.mapping': { get: 'its-subject', post: 'its-subject' },
  'routes/_app+/imports+/$batchId.checking': { get: 'its-subject' },
  'routes/_app+/imports+/$batchId.preview': { get: 'its-subject', post: 'its-subject' },
  'routes/_app+/imports+/$batchId.commit': { get: 'its-subject', post: 'its-subject' },
  'routes/_app+/imports+/$batchId.result': { get: 'its-subject' },
  'routes/_app+/imports+/$batchId.undo': { get: 'its-subject', post: 'its-subject' },
  'routes/_app+/imports+/$batchId.cancel': { get: 'its-subject', post: 'its-subject' },
  'routes/_app+/imports+/$batchId.progress[.]json': { get: 'its-subject' },
  'routes/_app+/imports+/$batchId.rejected[.]xlsx': { get: 'its-subject' },
}

export const imports: Manifest = {
  name: 'imports',
  title: 'imports.room',
  routes,
  audit: { acts: { imports: ['import.committed', 'import.undone'] } },
  navigation: [
    { href: '/imports', label: 'nav.imports', icon: 'file-up', to: 'importer', place: 'main', order: 40 },
  ],
  uploads: [{ path: '/imports/new', maxBytes: ({ UPLOAD_MAX_MB }) => UPLOAD_MAX_MB * MEGABYTE }],
  jobs: {
    work: {
      'import-check': async (data) => (await jobs()).check(data),
      'import-commit': async (data) => (await jobs()).commit(data),
      'import-undo': async (data) => (await jobs()).undo(data),
    },
    sweeps: {
      'import-interrupted': async () => (await jobs()).recover(),
      'import-staging': async () => (await jobs()).sweepStaging(),
    },
  },
  home: {
    tasks: async (reading) => (await import('./home.server.ts')).importTasks(reading),
    quick: [{ href: '/imports/new', label: 'home.quick_import', icon: 'file-up', to: 'importer', order: 30 }],
  },
  words: {
    'zh-CN': { ...importPagesZhCN, ...importsServerZhCN },
    en: { ...importPagesEn, ...importsServerEn },
  },
}
