/** What exchange says of itself to the composition. */
import { codeLabel } from '#app/modules/registry/index.ts'
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { exchangeActions } from './actions.ts'
import { EXEMPTIONS } from './exemption.ts'
import { placeList } from './places/place-list.ts'
import { planProcess } from './plans/approval.ts'
import { exchangePolicies } from './policies.ts'
import { postingList } from './postings/posting-list.ts'
import { MEGABYTE, PROOF_KIND, PROOF_MOST_MEGABYTES } from './proof.ts'
import { roundList } from './rounds/round-list.ts'
import { exchangeRoutes } from './routes.ts'
import { choiceText } from './ui/due-why.server.ts'
import { dueList, exemptionList } from './ui/lists.ts'
import { dueEn } from './words/due.en.ts'
import { dueZhCN } from './words/due.zh-CN.ts'
import { placesEn } from './words/places.en.ts'
import { placesZhCN } from './words/places.zh-CN.ts'
import { placesServerEn } from './words/places-server.en.ts'
import { placesServerZhCN } from './words/places-server.zh-CN.ts'
import { plansEn } from './words/plans.en.ts'
import { plansZhCN } from './words/plans.zh-CN.ts'
import { plansServerEn } from './words/plans-server.en.ts'
import { plansServerZhCN } from './words/plans-server.zh-CN.ts'
import { exchangePolicyEn } from './words/policy.en.ts'
import { exchangePolicyZhCN } from './words/policy.zh-CN.ts'
import { postingsEn } from './words/postings.en.ts'
import { postingsZhCN } from './words/postings.zh-CN.ts'
import { postingsServerEn } from './words/postings-server.en.ts'
import { postingsServerZhCN } from './words/postings-server.zh-CN.ts'
import { roundsEn } from './words/rounds.en.ts'
import { roundsZhCN } from './words/rounds.zh-CN.ts'
import { roundsServerEn } from './words/rounds-server.en.ts'
import { roundsServerZhCN } from './words/rounds-server.zh-CN.ts'
import { exchangeRulesEn } from './words/rules.en.ts'
import { exchangeRulesZhCN } from './words/rules.zh-CN.ts'
import { exchangeServerEn } from './words/server.en.ts'
import { exchangeServerZhCN } from './words/server.zh-CN.ts'
import { exchangeSharedEn } from './words/shared.en.ts'
import { exchangeSharedZhCN } from './words/shared.zh-CN.ts'
import { statisticsEn } from './words/statistics.en.ts'
import { statisticsZhCN } from './words/statistics.zh-CN.ts'
import { statisticsServerEn } from './words/statistics-server.en.ts'
import { statisticsServerZhCN } from './words/statistics-server.zh-CN.ts'
import { volunteeringEn } from './words/volunteering.en.ts'
import { volunteeringZhCN } from './words/volunteering.zh-CN.ts'
import { volunteeringServerEn } from './words/volunteering-server.en.ts'
import { volunteeringServerZhCN } from './words/volunteering-server.zh-CN.ts'

type ServerKeys =
  | keyof typeof exchangeRulesZhCN
  | keyof typeof exchangePolicyZhCN
  | keyof typeof exchangeServerZhCN
  | keyof typeof roundsServerZhCN
  | keyof typeof volunteeringServerZhCN
  | keyof typeof plansServerZhCN
  | keyof typeof postingsServerZhCN
  | keyof typeof statisticsServerZhCN
  | keyof typeof placesServerZhCN

type PageKeys =
  | keyof typeof exchangeSharedZhCN
  | keyof typeof dueZhCN
  | keyof typeof roundsZhCN
  | keyof typeof volunteeringZhCN
  | keyof typeof plansZhCN
  | keyof typeof postingsZhCN
  | keyof typeof statisticsZhCN
  | keyof typeof placesZhCN

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<PageKeys, string> {}
  interface ServerMessages extends Record<ServerKeys, string> {}
}

const planApproval = () => import('./plans/approval.server.ts')

export const exchange: Manifest = {
  name: 'exchange',
  title: 'exchange.room',
  actions: exchangeActions,
  routes: exchangeRoutes,
  approvals: [
    {
      ...planProcess,
      each: async (...asked) => (await planApproval()).sendingSchools(...asked),
      notice: async (...asked) => (await planApproval()).noticeRows(...asked),
      facts: async (...asked) => (await planApproval()).factsFor(...asked),
      decided: async (...asked) => (await planApproval()).followPlans(...asked),
    },
  ],
  audit: {
    acts: {
      exchange: [
        'exemption.recorded',
        'exemption.ended',
        'round.opened',
        'round.windows_changed',
        'round.needs_signed_off',
        'round.needs_reopened',
        'round.removed',
        'round.points_published',
        'round.contests_closed',
        'application.submitted',
        'application.changed',
        'application.withdrawn',
        'application.claims_checked',
        'wish.stated',
        'wish.dropped',
        'contest.raised',
        'contest.answered',
        'plan.requested',
        'plan.cancelled',
        'plan.solved',
        'plan.ruled',
        'plan.submitted',
        'plan.approved',
        'plan.refused',
        'posting.agreed',
        'posting.arrived',
        'posting.ended_early',
        'posting.extended',
        'posting.cancelled',
        'posting.logged',
        'posting.assessed',
        'posting.scheduled',
        'posting.unscheduled',
        'post.offered',
        'post.changed',
        'post.taken_back',
        'place.told',
      ],
    },
    codeWord: (field, code, subject, locale) =>
      field === 'kind' && subject.startsWith('exemption:') ? codeLabel(EXEMPTIONS, code, locale) : undefined,
  },
  settings: {
    definitions: exchangePolicies,
    effect: async (...asked) => (await import('./due-effect.server.ts')).dueEffect(...asked),
    choiceText,
  },
  navigation: [
    {
      href: '/exchange',
      label: 'nav.exchange',
      icon: 'arrow-left-right',
      to: 'exchange:read',
      place: 'main',
      order: 30,
    },
    {
      href: '/me/exchange',
      label: 'nav.my_exchange',
      icon: 'arrow-left-right',
      to: 'holder',
      place: 'own',
      order: 20,
      behindMenuFor: 'exchange:read',
    },
    {
      href: '/me/posting',
      label: 'nav.my_posting',
      icon: 'calendar-check',
      to: 'holder',
      place: 'own',
      order: 21,
      behindMenuFor: 'exchange:read',
    },
  ],
  lists: [
    { list: dueList, label: 'due.title', to: 'exchange:read' },
    { list: postingList, label: 'posting.title', to: 'exchange:read' },
    { list: roundList, label: 'round.title', to: 'exchange:read' },
    { list: placeList, label: 'place.title', to: 'exchange:read' },
    { list: exemptionList, label: 'exemption.title', to: 'exchange:read' },
  ],
  uploads: [{ path: '/exchange/exemptions/new', maxBytes: () => PROOF_MOST_MEGABYTES * MEGABYTE }],
  attachments: {
    [PROOF_KIND]: {
      readers: 'exchange:read',
      mayRead: async (reading, { personId }) =>
        (await import('./ui/timeline.server.ts')).mayReadOf(reading, personId),
    },
  },
  jobs: {
    work: { 'exchange-plan': async (data) => (await import('./plans/plans.job.server.ts')).workOnPlan(data) },
    sweeps: {
      rounds: async () => (await import('./rounds/rounds.job.server.ts')).sweepRounds(),
      plans: async () => (await import('./plans/plans.job.server.ts')).sweepPlans(),
    },
  },
  home: { tasks: async (reading) => (await import('./ui/home.server.ts')).exchangeTasks(reading) },
  timeline: async (reading, personId) =>
    (await import('./ui/timeline.server.ts')).exchangeTimeline(reading, personId),
  engagements: async (...asked) =>
    (await import('./postings/engagements.server.ts')).exchangeEngagements(...asked),
  seed: async (tx, wish) => {
    await (await import('./seed.server.ts')).seedExemptions(tx, wish)
    await (await import('./places/seed.server.ts')).seedPlaces(tx)
    await (await import('./postings/seed.server.ts')).seedPastRounds(tx, wish)
    await (await import('./rounds/seed.server.ts')).seedRound(tx, wish)
  },
  words: {
    'zh-CN': {
      ...{
        ...exchangeSharedZhCN,
        ...dueZhCN,
        ...roundsZhCN,
        ...exchangeRulesZhCN,
        ...exchangePolicyZhCN,
        ...exchangeServerZhCN,
      },
      ...{
        ...roundsServerZhCN,
        ...volunteeringZhCN,
        ...volunteeringServerZhCN,
        ...plansZhCN,
        ...plansServerZhCN,
        ...postingsZhCN,
        ...postingsServerZhCN,
        ...statisticsZhCN,
        ...statisticsServerZhCN,
        ...placesZhCN,
        ...placesServerZhCN,
      },
    },
    en: {
      ...{
        ...exchangeSharedEn,
        ...dueEn,
        ...roundsEn,
        ...exchangeRulesEn,
        ...exchangePolicyEn,
        ...exchangeServerEn,
      },
      ...{
        ...roundsServerEn,
        ...volunteeringEn,
        ...volunteeringServerEn,
        ...plansEn,
        ...plansServerEn,
        ...postingsEn,
        ...postingsServerEn,
        ...statisticsEn,
        ...statisticsServerEn,
        ...placesEn,
        ...placesServerEn,
      },
    },
  },
}
