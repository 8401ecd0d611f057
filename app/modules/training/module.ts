/** What training says of itself to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { trainingActions } from './actions.ts'
import { hoursImportEn } from './hours-import/words.en.ts'
import { hoursImportZhCN } from './hours-import/words.zh-CN.ts'
import { REPORT_FORM, REPORT_SEND } from './outbox.ts'
import { trainingPolicies } from './policies.ts'
import { MEGABYTE, PROOF_KIND, PROOF_MOST_MEGABYTES } from './proof.ts'
import { trainingRoutes } from './routes.ts'
import { drawnList, entryList, outlookList, sampleList } from './ui/lists.ts'
import { trainingOversightEn } from './words/oversight.en.ts'
import { trainingOversightZhCN } from './words/oversight.zh-CN.ts'
import { trainingPagesEn } from './words/pages.en.ts'
import { trainingPagesZhCN } from './words/pages.zh-CN.ts'
import { trainingPolicyEn } from './words/policy.en.ts'
import { trainingPolicyZhCN } from './words/policy.zh-CN.ts'
import { trainingServerEn } from './words/server.en.ts'
import { trainingServerZhCN } from './words/server.zh-CN.ts'

type ServerKeys =
  | keyof typeof trainingServerZhCN
  | keyof typeof trainingPolicyZhCN
  | keyof typeof hoursImportZhCN

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages
    extends Record<keyof typeof trainingPagesZhCN | keyof typeof trainingOversightZhCN, string> {}
  interface ServerMessages extends Record<ServerKeys, string> {}
}

export const training: Manifest = {
  name: 'training',
  title: 'training.room',
  actions: trainingActions,
  routes: trainingRoutes,
  audit: {
    acts: {
      training: [
        'training.submitted',
        'training.corrected',
        'training.withdrawn',
        'training.approved',
        'training.returned',
        'training.reversed',
        'training.given',
        'training.cycle_set',
        'training.sampled',
        'training.judged',
      ],
    },
  },
  settings: {
    definitions: trainingPolicies,
    choiceText: (_key, value, { t }) =>
      t(`training.choice.${value as 'calendar' | 'school' | 'by_time' | 'whole'}`),
  },
  navigation: [
    {
      ...{ href: '/training', label: 'nav.training', icon: 'graduation-cap', to: 'training:read' },
      ...{ place: 'main', order: 20 },
    },
    {
      ...{ href: '/me/hours', label: 'nav.my_hours', icon: 'clock', to: 'holder', place: 'own', order: 10 },
      behindMenuFor: 'training:read',
    },
  ],
  lists: [
    { list: entryList, label: 'training.check_title', to: 'training:read' },
    { list: sampleList, label: 'training.samples', to: 'training:read' },
    { list: drawnList, label: 'training.sample', to: 'training:read' },
    { list: outlookList, label: 'training.outlooks', to: 'training:read' },
  ],
  uploads: [REPORT_FORM, REPORT_SEND].map((path) => ({
    path,
    maxBytes: () => PROOF_MOST_MEGABYTES * MEGABYTE,
  })),
  attachments: {
    [PROOF_KIND]: {
      readers: 'training:read',
      mayRead: async (reading, { id }) =>
        (await import('./entries.queries.server.ts')).mayReadProof(reading.db, reading.actor, id),
    },
  },
  imports: [
    {
      ...{ name: 'hours', action: 'training:import', order: 30 },
      ...{ title: 'import.hours_title', about: 'import.hours_about' },
      load: async () => (await import('./hours-import/subject.server.ts')).hoursSubject,
    },
  ],
  jobs: {
    sweeps: {
      'training-reminders': async () => (await import('./reminders.server.ts')).sweepReminders(),
      'training-outlooks': async () => (await import('./overview/overview.job.server.ts')).sweepOutlooks(),
    },
  },
  home: {
    tasks: async (reading) => (await import('./home.server.ts')).trainingTasks(reading),
    own: async (reading) => (await import('./home.server.ts')).ownHours(reading),
  },
  engagements: async (...asked) => (await import('./engagements.server.ts')).trainingEngagements(...asked),
  deadlines: async (asking) => (await import('./reminders.server.ts')).trainingDeadlines(asking),
  seed: async (tx, wish) => (await import('./seed.server.ts')).seedTraining(tx, wish),
  words: {
    'zh-CN': {
      ...trainingPagesZhCN,
      ...trainingOversightZhCN,
      ...trainingServerZhCN,
      ...trainingPolicyZhCN,
      ...hoursImportZhCN,
    },
    en: {
      ...trainingPagesEn,
      ...trainingOversightEn,
      ...trainingServerEn,
      ...trainingPolicyEn,
      ...hoursImportEn,
    },
  },
}
