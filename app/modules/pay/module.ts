/** What pay says of itself to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { payActions } from './actions.ts'
import { LIST_MOST_BYTES, PAPER_KIND, PAPER_MOST_BYTES } from './paper.ts'
import { payImportEn } from './pay-import/words.en.ts'
import { payImportZhCN } from './pay-import/words.zh-CN.ts'
import { payPolicies } from './policies.ts'
import { reportIdOf, reportProcess } from './reports/report-process.ts'
import { payRoutes } from './routes.ts'
import { payPagesEn } from './words/pages.en.ts'
import { payPagesZhCN } from './words/pages.zh-CN.ts'
import { payParityEn } from './words/parity.en.ts'
import { payParityZhCN } from './words/parity.zh-CN.ts'
import { payServerEn } from './words/server.en.ts'
import { payServerZhCN } from './words/server.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof payPagesZhCN | keyof typeof payParityZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof payServerZhCN | keyof typeof payImportZhCN, string> {}
}

export const pay: Manifest = {
  name: 'pay',
  title: 'pay.room',
  actions: payActions,
  routes: payRoutes,
  approvals: [
    {
      ...reportProcess,
      facts: async ({ db, actor, ...words }, subject) => {
        const { findReport } = await import('./reports/reports.queries.server.ts')
        const found = await findReport(db, actor, reportIdOf(subject))
        return found ? (await import('./reports/report.view.server.ts')).reportFacts(found, words) : []
      },
      decided: async (...asked) =>
        (await import('./reports/reports.commands.server.ts')).followReports(...asked),
    },
  ],
  audit: {
    acts: {
      pay: [
        'pay.benchmark_set',
        'pay.feed_asked',
        'pay.basis_set',
        'pay.looked',
        'pay.report_drawn',
        'pay.report_sent',
        'pay.report_removed',
        'pay.report_published',
        'pay.report_refused',
      ],
    },
  },
  settings: { definitions: payPolicies },
  navigation: [
    {
      ...{ href: '/pay/parity', label: 'nav.pay', icon: 'scale', to: 'pay:read' },
      ...{ place: 'main', order: 40 },
    },
    {
      ...{ href: '/me/pay', label: 'nav.my_pay', icon: 'scale', to: 'holder', place: 'own', order: 30 },
      behindMenuFor: 'pay:read',
    },
  ],
  home: {
    tasks: async (reading) => (await import('./linkage.server.ts')).linkageTasks(reading),
    quick: [{ href: '/pay/people', label: 'home.quick_pay', icon: 'scale', to: 'pay:person', order: 60 }],
  },
  uploads: [
    { path: '/pay/benchmarks/new', maxBytes: () => PAPER_MOST_BYTES },
    { path: '/pay/benchmarks/people', maxBytes: () => LIST_MOST_BYTES },
  ],
  attachments: {
    [PAPER_KIND]: {
      readers: 'pay:read',
      mayRead: async ({ db, actor }, { organisationId }) =>
        (await (await import('./parity.queries.server.ts')).countiesFor(db, actor)).some(
          ({ id }) => id === organisationId,
        ),
    },
  },
  imports: [
    {
      ...{ name: 'pay', action: 'pay:import', order: 40 },
      ...{ title: 'import.pay_title', about: 'import.pay_about' },
      load: async () => (await import('./pay-import/subject.server.ts')).loadPaySubject(),
    },
  ],
  jobs: {
    work: { 'pay-feed': async () => (await import('./feed/feed.commands.server.ts')).tryFeed() },
    sweeps: {
      'pay-feed': async () => (await import('./feed/feed.commands.server.ts')).sweepFeed(),
      'pay-months': async () => (await import('./months.job.server.ts')).sweepPayMonths(),
      'pay-linkage': async () => (await import('./linkage.server.ts')).sweepLinkage(),
    },
  },
  seed: async (tx, wish) => (await import('./seed.server.ts')).seedPay(tx, wish),
  words: {
    'zh-CN': { ...payPagesZhCN, ...payParityZhCN, ...payServerZhCN, ...payImportZhCN },
    en: { ...payPagesEn, ...payParityEn, ...payServerEn, ...payImportEn },
  },
}
