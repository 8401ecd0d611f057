/** What the registry says of itself to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { registryActions } from './actions.ts'
import { registryAudit } from './audit.ts'
import { importRemarksEn } from './import/remarks.en.ts'
import { importRemarksZhCN } from './import/remarks.zh-CN.ts'
import { importPagesEn } from './import/ui/messages.en.ts'
import { importPagesZhCN } from './import/ui/messages.zh-CN.ts'
import { ORGANISATION_LIST_MAX_BYTES } from './organisation-import/columns.ts'
import { registryRoutes } from './routes.ts'
import { organisationList, staffList } from './ui/lists.ts'
import { registryPagesEn } from './ui/messages.en.ts'
import { registryPagesZhCN } from './ui/messages.zh-CN.ts'
import { registryServerEn } from './words/server.en.ts'
import { registryServerZhCN } from './words/server.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages
    extends Record<keyof typeof registryPagesZhCN | keyof typeof importPagesZhCN, string> {}
  interface ServerMessages
    extends Record<keyof typeof registryServerZhCN | keyof typeof importRemarksZhCN, string> {}
}

const MEGABYTE = 1024 * 1024

const home = () => import('./ui/home.server.ts')
const own = () => import('./ui/own-record.server.ts')
const jobs = () => import('./import/jobs.server.ts')

export const registry: Manifest = {
  name: 'registry',
  title: 'registry.room',
  actions: registryActions,
  routes: registryRoutes,
  audit: registryAudit,
  navigation: [
    { href: '/staff', label: 'nav.staff', icon: 'users', to: 'staff:read', place: 'main', order: 10 },
    {
      href: '/organisations',
      label: 'nav.organisations',
      icon: 'building-2',
      to: 'organisation:read',
      place: 'main',
      order: 20,
    },
    { href: '/imports', label: 'nav.imports', icon: 'file-up', to: 'staff:import', place: 'main', order: 40 },
    { href: '/me/record', label: 'nav.record', icon: 'id-card', to: 'holder', place: 'own', order: 10 },
  ],
  search: {
    to: 'staff:read',
    action: '/staff?index',
    field: 'q',
    label: 'nav.search',
    placeholder: 'nav.search_hint',
    hiddenAt: '/staff',
  },
  pickers: {
    organisation: {
      suggestFrom: '/organisations/options',
      unknown: 'form.organisation_unknown',
      resolve: async (...asked) =>
        (await import('./ui/organisation-names.server.ts')).organisationOfText(...asked),
    },
    person: {
      suggestFrom: '/staff/options',
      unknown: 'form.person_unknown',
      resolve: async (db, actor, text) =>
        (await import('./ui/person-names.server.ts')).staffNumberOfText(db, actor, text),
    },
  },
  personPage: (personId) => `/staff/${personId}`,
  lists: [
    { list: staffList, label: 'nav.staff', to: 'staff:read' },
    { list: organisationList, label: 'nav.organisations', to: 'organisation:read' },
  ],
  uploads: [
    { path: '/imports/new', maxBytes: ({ UPLOAD_MAX_MB }) => UPLOAD_MAX_MB * MEGABYTE },
    { path: '/organisations/import', maxBytes: () => ORGANISATION_LIST_MAX_BYTES },
  ],
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
    tasks: async (reading) => (await home()).waitingTasks(reading),
    own: async (reading) => (await own()).ownPanel(reading),
    recent: async (reading) => (await own()).recentInOwnLife(reading),
    quick: [
      { href: '/staff', label: 'home.quick_staff', icon: 'users', to: 'staff:read', order: 10 },
      { href: '/staff/new', label: 'home.quick_hire', icon: 'user-plus', to: 'staff:write', order: 20 },
      { href: '/imports/new', label: 'home.quick_import', icon: 'file-up', to: 'staff:import', order: 30 },
      {
        href: '/organisations',
        label: 'home.quick_organisations',
        icon: 'building-2',
        to: 'organisation:read',
        order: 40,
      },
    ],
  },
  seed: async (tx, wish) => (await import('./seed.server.ts')).seedFilters(tx, wish),
  words: {
    'zh-CN': { ...registryPagesZhCN, ...importPagesZhCN, ...importRemarksZhCN, ...registryServerZhCN },
    en: { ...registryPagesEn, ...importPagesEn, ...importRemarksEn, ...registryServerEn },
  },
}
