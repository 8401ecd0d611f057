/** What the principal pipeline says of itself to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { principalActions } from './actions.ts'
import { listProcess } from './cohorts/naming.ts'
import { principalPolicies } from './policies.ts'
import { principalRoutes } from './routes.ts'
import { type PageWords, principalWords, type ServerWords } from './words/all.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof PageWords, string> {}
  interface ServerMessages extends Record<keyof ServerWords, string> {}
}

type PrincipalDefinitions = typeof principalPolicies
declare module '#app/platform/policy/known-policies.ts' {
  interface KnownPolicies extends PrincipalDefinitions {}
}

const naming = () => import('./cohorts/naming.server.ts')

export const principals: Manifest = {
  name: 'principals',
  title: 'principals.room',
  actions: principalActions,
  routes: principalRoutes,
  approvals: [
    {
      ...listProcess,
      notice: async (...asked) => (await naming()).noticeRows(...asked),
      facts: async (...asked) => (await naming()).factsFor(...asked),
      decided: async (...asked) => (await naming()).followList(...asked),
    },
  ],
  audit: {
    acts: {
      principals: [
        'principal_cohort.said',
        'principal_cohort.called_off',
        'principal_cohort.places_changed',
        'principal_cohort.judges_named',
        'principal_cohort.defence_opened',
        'principal_cohort.list_drawn',
        'principal_cohort.list_refused',
        'principal_cohort.listed',
        'principal_candidate.sent',
        'principal_candidate.withdrawn',
        'principal_candidate.recommended',
        'principal_candidate.returned',
        'principal_candidate.passed_over',
        'principal_candidate.confirmed',
        'principal_candidate.declined',
        'principal_candidate.left',
        'principal_candidate.moved_up',
        'principal_score.given',
      ],
    },
  },
  settings: { definitions: principalPolicies },
  navigation: [
    {
      ...{ href: '/principals/cohorts', label: 'nav.principals', icon: 'award', to: 'principals:read' },
      ...{ place: 'main', order: 27 },
    },
  ],
  home: { tasks: async (reading) => (await import('./home.server.ts')).principalTasks(reading) },
  seed: async (tx, wish) => (await import('./seed.server.ts')).seedPrincipals(tx, wish),
  words: principalWords,
}
