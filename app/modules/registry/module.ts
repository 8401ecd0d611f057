/** What the registry says of itself to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { registryActions } from './actions.ts'
import { registryAudit } from './audit.ts'
import { organisationImportEn } from './organisation-import/words.en.ts'
import { organisationImportZhCN } from './organisation-import/words.zh-CN.ts'
import { registryRoutes } from './routes.ts'
import { staffImportEn } from './staff-import/words.en.ts'
import { staffImportZhCN } from './staff-import/words.zh-CN.ts'
import { organisationList, staffList } from './ui/lists.ts'
import { registryPagesEn } from './ui/messages.en.ts'
import { registryPagesZhCN } from './ui/messages.zh-CN.ts'
import { registryServerEn } from './words/server.en.ts'
import { registryServerZhCN } from './words/server.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof registryPagesZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof serverZhCN, string> {}
}

const serverZhCN = { ...registryServerZhCN, ...staffImportZhCN, ...organisationImportZhCN }
const serverEn = { ...registryServerEn, ...staffImportEn, ...organisationImportEn }

const home = () => import('./ui/home.server.ts')
const own = () => import('./ui/own-record.server.ts')

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
    school: {
      suggestFrom: '/organisations/schools',
      unknown: 'form.school_unknown',
      resolve: async (...asked) => (await import('./ui/organisation-names.server.ts')).schoolOfText(...asked),
    },
    person: {
      suggestFrom: '/staff/options',
      unknown: 'form.person_unknown',
      resolve: async (db, actor, text) =>
        (await import('./ui/person-names.server.ts')).staffNumberOfText(db, actor, text),
    },
  },
  engagements: async (...asked) => (await import('./engagements.server.ts')).registryEngagements(...asked),
  personPage: (personId) => `/staff/${personId}`,
  lists: [
    { list: staffList, label: 'nav.staff', to: 'staff:read' },
    { list: organisationList, label: 'nav.organisations', to: 'organisation:read' },
  ],
  imports: [
    {
      ...{ name: 'staff', action: 'staff:import', order: 10 },
      ...{ title: 'import.staff_title', about: 'import.staff_about' },
      load: async () => (await import('./staff-import/subject.server.ts')).staffSubject,
    },
    {
      ...{ name: 'organisations', action: 'organisation:manage', order: 20 },
      ...{ title: 'import.organisations_title', about: 'import.organisations_about' },
      load: async () => (await import('./organisation-import/subject.server.ts')).organisationSubject,
    },
  ],
  home: {
    tasks: async (reading) => (await home()).waitingTasks(reading),
    own: async (reading) => (await own()).ownPanel(reading),
    recent: async (reading) => (await own()).recentInOwnLife(reading),
    quick: [
      { href: '/staff', label: 'home.quick_staff', icon: 'users', to: 'staff:read', order: 10 },
      { href: '/staff/new', label: 'home.quick_hire', icon: 'user-plus', to: 'staff:write', order: 20 },
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
    'zh-CN': { ...registryPagesZhCN, ...serverZhCN },
    en: { ...registryPagesEn, ...serverEn },
  },
}
