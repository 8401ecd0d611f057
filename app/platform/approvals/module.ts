/** What approvals say of themselves to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { approvalsEn } from './messages.en.ts'
import { approvalsZhCN } from './messages.zh-CN.ts'
import { approvalPolicies } from './policies.ts'
import { approvalsServerEn } from './server-words.en.ts'
import { approvalsServerZhCN } from './server-words.zh-CN.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof typeof approvalsZhCN, string> {}
  interface ServerMessages extends Record<keyof typeof approvalsServerZhCN, string> {}
}

export const approvals: Manifest = {
  name: 'approvals',
  title: 'approvals.room',
  audit: {
    acts: {
      approvals: [
        'case.opened',
        'case.submitted',
        'case.approved',
        'case.returned',
        'case.rejected',
        'case.withdrawn',
        'case.changed',
        'case.recused',
        'case.reminded',
        'case.escalated',
        'case.concluded',
        'notice.objected',
        'notice.answered',
        'delegation.given',
        'delegation.ended',
        'calendar.told',
        'calendar.dropped',
        'term.told',
        'term.dropped',
      ],
    },
  },
  seed: async (tx, wish) => (await import('./seed.server.ts')).seedTerms(tx, wish),
  settings: { definitions: approvalPolicies },
  routes: {
    'routes/_app+/approvals+/index': { get: 'signed-in', post: 'signed-in' },
    'routes/_app+/approvals+/mine.index': { get: 'signed-in' },
    'routes/_app+/approvals+/mine.export[.]xlsx': { get: 'signed-in' },
    'routes/_app+/approvals+/calendar': { get: 'policy:read', post: 'policy:manage' },
    'routes/_app+/approvals+/away': { get: 'signed-in', post: 'signed-in' },
    'routes/_app+/approvals+/export[.]xlsx': { get: 'signed-in' },
    'routes/_app+/approvals+/$caseId': { get: 'its-room', post: 'its-room' },
    'routes/_app+/approvals+/$caseId_.objections.$objectionId': { get: 'its-room', post: 'its-room' },
    'routes/_public+/_layout': {},
    'routes/_public+/notices.index': { get: 'anyone' },
    'routes/_public+/notices.$noticeId': { get: 'anyone', post: 'anyone' },
  },
  navigation: [
    { href: '/approvals', label: 'nav.approvals', icon: 'inbox', to: 'signed-in', place: 'main', order: 5 },
    {
      ...{ href: '/approvals/calendar', label: 'nav.calendar', icon: 'calendar-check' },
      ...{ to: 'policy:read', place: 'settings', order: 11 },
    },
  ],
  home: { tasks: async (reading) => (await import('./home.server.ts')).waitingTasks(reading) },
  jobs: {
    sweeps: {
      approvals: async () => (await import('./sweep.server.ts')).sweepApprovals(),
    },
  },
  words: {
    'zh-CN': { ...approvalsZhCN, ...approvalsServerZhCN },
    en: { ...approvalsEn, ...approvalsServerEn },
  },
}
