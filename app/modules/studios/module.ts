/** What studios say of themselves to the composition. */
import type { Manifest } from '#app/platform/manifest/manifest.ts'
import { studioActions } from './actions.ts'
import { visitList } from './activities/visit-list.ts'
import { callList } from './calls/call-list.ts'
import { choiceText } from './calls/decision.view.server.ts'
import { foundingProcess } from './calls/founding.ts'
import { MATERIAL_KIND, MATERIAL_MOST_MEGABYTES, MEGABYTE } from './materials/material.ts'
import { studioPolicies } from './policies.ts'
import { studioRoutes } from './routes.ts'
import { studioList } from './studios/studio-list.ts'
import { type PageWords, type ServerWords, studioWords } from './words/all.ts'

declare module '#app/platform/i18n/translate.ts' {
  interface KnownMessages extends Record<keyof PageWords, string> {}
  interface ServerMessages extends Record<keyof ServerWords, string> {}
}

type StudioDefinitions = typeof studioPolicies
declare module '#app/platform/policy/known-policies.ts' {
  interface KnownPolicies extends StudioDefinitions {}
}

const founding = () => import('./calls/founding.server.ts')

export const studios: Manifest = {
  name: 'studios',
  title: 'studios.room',
  actions: studioActions,
  routes: studioRoutes,
  approvals: [
    {
      ...foundingProcess,
      each: async (...asked) => (await founding()).homeSchools(...asked),
      notice: async (...asked) => (await founding()).noticeRows(...asked),
      facts: async (...asked) => (await founding()).factsFor(...asked),
      decided: async (...asked) => (await founding()).followFounding(...asked),
    },
  ],
  audit: {
    acts: {
      studios: [
        'studio_call.said',
        'studio_call.called_off',
        'studio_call.experts_named',
        'studio_call.proposed',
        'studio_call.proposal_refused',
        'studio_application.sent',
        'studio_application.withdrawn',
        'studio_score.given',
        'studio.founded',
        'studio.dissolved',
        'studio_activity.scheduled',
        'studio_activity.moved',
        'studio_activity.cancelled',
        'studio_activity.answered',
        'studio_activity.counter_decided',
        'studio_activity.held',
        'studio_activity.confirmed',
        'studio_activity.not_confirmed',
        'studio_activity.use_said',
        'studio_activity.lapsed',
        'studio_feed.made',
        'studio_activity.material_added',
        'studio_activity.material_removed',
        'studio_wish.invited',
        'studio_wish.applied',
        'studio_wish.accepted',
        'studio_wish.declined',
        'studio_wish.withdrawn',
        'studio_member.left',
        'studio_member.ended',
        'studio_pair.made',
        'studio_pair.closed',
        'researcher.named',
        'researcher.ended',
        'researcher_contact.added',
        'researcher_contact.ended',
        'researcher_log.reported',
        'researcher_log.withdrawn',
        'researcher_log.confirmed',
        'researcher_log.refused',
        'studio_proposal.requested',
        'studio_proposal.solved',
        'studio_proposal.cancelled',
        'studio_proposal.sent',
        'studio_proposed_visit.moved',
        'studio_proposed_visit.refused',
      ],
    },
  },
  uploads: [
    {
      path: '/me/studios/:studioId/activities/:activityId/materials',
      maxBytes: () => MATERIAL_MOST_MEGABYTES * MEGABYTE,
    },
  ],
  attachments: {
    [MATERIAL_KIND]: {
      readers: 'signed-in',
      mayRead: async ({ db, actor }, { id }) =>
        (await import('./materials/materials.queries.server.ts')).mayReadMaterial(db, actor, id),
    },
  },
  settings: { definitions: studioPolicies, choiceText },
  navigation: [
    {
      ...{ href: '/studios', label: 'nav.studios', icon: 'presentation', to: 'studios:read' },
      ...{ place: 'main', order: 25 },
    },
    {
      ...{ href: '/studios/visits', label: 'nav.visits', icon: 'calendar-check', to: 'studios:host' },
      ...{ place: 'main', order: 26 },
    },
    {
      ...{ href: '/me/studios', label: 'nav.my_studios', icon: 'presentation', to: 'holder' },
      ...{ place: 'own', order: 15, behindMenuFor: 'studios:read' },
    },
  ],
  lists: [
    { list: studioList, label: 'studios.title', to: 'studios:read' },
    { list: visitList, label: 'visit.title', to: 'studios:host' },
    { list: callList, label: 'call.title', to: 'studios:read' },
  ],
  events: async ({ db, personId, day, words }) =>
    (await import('./feeds/feed-events.server.ts')).eventsOf(
      db,
      { kind: 'person', id: personId },
      day,
      words,
    ),
  jobs: {
    work: {
      'studio-proposal': async (data) =>
        (await import('./proposals/proposals.job.server.ts')).workOnProposal(data),
    },
    sweeps: {
      'studio-proposals': async () => (await import('./proposals/proposals.job.server.ts')).sweepProposals(),
      'studio-activities': async () =>
        (await import('./activities/unanswered.job.server.ts')).sweepUnanswered(),
    },
  },
  home: { tasks: async (reading) => (await import('./home.server.ts')).studioTasks(reading) },
  seed: async (tx, wish) => (await import('./seed.server.ts')).seedStudios(tx, wish),
  words: studioWords,
}
