/** Proposals as the bureau's pages and a workbook show them. */
import { z } from 'zod'
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { timeText } from '../activities/activity.view.server.ts'
import { termText } from '../coverage/coverage.view.server.ts'
import { teachingText } from '../words.server.ts'
import { isRunning, type ProposalState } from './proposal.ts'
import type { ProposalRefusal } from './proposals.commands.server.ts'
import {
  listProposals,
  type ProposalRow,
  type ProposedRow,
  schoolNames,
  visitsOf,
} from './proposals.queries.server.ts'

export const proposalForm = declareForm({
  sections: [{ id: 'proposal', fields: {} }],
  sent: { act: z.enum(['request', 'cancel', 'send'], { error: 'form.invalid' }) },
})

const tones: Record<ProposalState, Tone> = {
  ...{ queued: 'amber', solving: 'amber', solved: 'green', no_solution: 'red' },
  ...{ cancelled: 'neutral', failed: 'red', sent: 'accent' },
}

function actView(act: 'request' | 'cancel' | 'send', { t }: Words): FormView {
  return {
    ...{ title: t(`proposal.${act}`), trail: [], intro: '', sections: [] },
    hidden: { act },
    submitLabel: t(`proposal.${act}`),
  }
}

/** The bureau for which the reader asks for proposals; null for who does not. */
export const bureauOf = (actor: Actor): string | null => scopeOf(actor, 'studios:call')[0] ?? null

export async function proposalsView(db: Db, actor: Actor, words: Words) {
  const proposals = await listProposals(db, actor)
  const bureau = bureauOf(actor)
  const waits = proposals.some(({ orgId, state }) => orgId === bureau && isRunning(state))
  return {
    rows: proposals.map((one) => proposalEntry(one, words)),
    request: bureau && !waits ? actView('request', words) : null,
  }
}
export type ProposalsView = Awaited<ReturnType<typeof proposalsView>>

function proposalEntry(one: ProposalRow, words: Words) {
  const { t, locale } = words
  const number = (value: number) => formatNumber(value, locale)
  return {
    id: one.id,
    href: `/studios/proposals/${one.id}`,
    term: termText(one, words),
    bureau: one.orgName,
    state: { label: t(`proposal.state_${one.state}`), tone: tones[one.state] },
    visits: number(one.visits),
    answered:
      one.state === 'sent' ? t('proposal.answered', { accepted: one.accepted, refused: one.refused }) : '',
    made: t('proposal.made_by', { name: one.createdByName, at: formatMoment(one.createdAt) }),
  }
}

export async function proposalView(db: Db, actor: Actor, proposal: ProposalRow, words: Words) {
  const { t, locale } = words
  const { state, result } = proposal
  const mayAct = can(actor, 'studios:call', proposal)
  const visits = await visitsOf(db, proposal.id)
  const unreached = await schoolNames(db, result?.unreached ?? [])
  return {
    ...proposalEntry(proposal, words),
    running: isRunning(state) ? runningText(proposal, words) : null,
    cancel: mayAct && isRunning(state) ? actView('cancel', words) : null,
    send: mayAct && state === 'solved' && visits.length > 0 ? actView('send', words) : null,
    proof: result
      ? t(result.isProven ? 'proposal.proven' : 'proposal.gap', {
          ...{ value: formatNumber(Math.round(result.value), locale) },
          ...{ gap: formatNumber(Math.round(result.gap * 1000) / 10, locale) },
          seconds: formatNumber(Math.round(result.seconds * 10) / 10, locale),
        })
      : null,
    exportHref: `/studios/proposals/${proposal.id}/export.xlsx`,
    proposed: visits.map((one) => proposedEntry(one, words)),
    unreached: unreached.map(({ id, name, why }) => ({ id, name, why: t(`proposal.unreached_${why}`) })),
  }
}
export type ProposalView = Awaited<ReturnType<typeof proposalView>>

function runningText({ state, phase, startedAt }: ProposalRow, { t }: Words): string {
  if (state === 'queued' || !startedAt) return t('proposal.queued')
  const seconds = Math.max(Math.round((Date.now() - startedAt.getTime()) / 1000), 0)
  return t(phase === 'search' ? 'proposal.searching' : 'proposal.solving', { seconds })
}

const answerTones: Record<ProposedRow['state'], Tone> = {
  ...{ proposed: 'amber', accepted: 'green', refused: 'neutral' },
}

export function proposedEntry(one: ProposedRow, words: Words) {
  const { t, locale } = words
  const { missing, newSubject } = one.why
  const when =
    one.startsAt && one.endsAt ? timeText({ startsAt: one.startsAt, endsAt: one.endsAt }, words) : ''
  return {
    id: one.id,
    studio: one.studioName,
    teaching: teachingText(one, words),
    school: one.schoolName,
    county: one.countyName ?? '',
    km: one.km === null ? '' : formatNumber(Math.round(one.km * 10) / 10, locale),
    why: [t('proposal.why_missing', { missing }), newSubject && t('proposal.why_new_subject')]
      .filter(Boolean)
      .join(locale === 'en' ? '; ' : '；'),
    state: { label: t(`proposal.answer_${one.state}`), tone: answerTones[one.state] },
    note: [
      one.movedFrom && t('proposal.moved_from', { school: one.movedFrom }),
      one.note,
      when,
      one.activityState && t(`activity.state_${one.activityState}`),
    ]
      .filter(Boolean)
      .join(' '),
  }
}
export type ProposedEntry = ReturnType<typeof proposedEntry>

export function proposalSheet(db: Db, proposal: ProposalRow, words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const row of await visitsOf(db, proposal.id)) {
      const one = proposedEntry(row, words)
      yield [
        ...[one.studio, one.teaching, one.school, one.county],
        ...[row.km === null ? null : Math.round(row.km * 10) / 10, row.why.missing],
        ...[one.why, one.state.label, one.note],
      ]
    }
  }
  return {
    sheetName: termText(proposal, words),
    columns: [
      { heading: t('proposal.studio'), width: 30 },
      { heading: t('activity.teaching'), width: 14 },
      { heading: t('coverage.school'), width: 30 },
      { heading: t('coverage.county') },
      { heading: t('coverage.km'), kind: 'number' },
      { heading: t('coverage.missing'), kind: 'number' },
      { heading: t('proposal.why'), width: 30 },
      { heading: t('proposal.answer') },
      { heading: t('proposal.note'), width: 40 },
    ],
    rows: rows(),
  }
}

const fieldOf: Partial<Record<ProposalRefusal, string>> = {
  ...{ school_unknown: 'schoolId', proposed_already: 'schoolId', no_note: 'note' },
}

export function proposalRefusalOf({ reason, values }: Refused<ProposalRefusal>): ActRefusal {
  const isConflict = reason === 'stale'
  return { ok: false, key: `proposal.error_${reason}`, field: fieldOf[reason], values, isConflict }
}
