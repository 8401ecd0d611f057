/** One report of hours as its pages show it, and the list of those that wait. */
import { codeLabel } from '#app/modules/registry/index.ts'
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Reason } from '#app/platform/decisions/decision.ts'
import { type DecisionWords, reasonsView } from '#app/platform/decisions/decision-view.server.ts'
import { attachmentPath } from '#app/platform/files/attachment.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { addressWith } from '#app/platform/http/address.ts'
import { formatList, formatMoment } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf, totalText } from '#app/platform/lists/pages.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { TRAINING_CATEGORIES, TRAINING_KINDS, TRAINING_LEVELS } from './codes.ts'
import {
  type EntryFilter,
  type EntryRecord,
  type EntryRow,
  linesOf,
  listEntries,
} from './entries.queries.server.ts'
import { approveForm, returnForm, withdrawForm } from './entry.form.server.ts'
import { canBe, ENTRY_STATES, type EntryState } from './entry.ts'
import { type CountedEntry, countedEntries, standingOf } from './hours.queries.server.ts'
import { daysText, hoursText, stateView } from './hours.view.server.ts'
import { limitKey, TENTHS, type TrainingPolicies } from './training-policy.ts'
import { TRAINING_CLAUSE, type TrainingRule, worthOf } from './worth.ts'

export type EntryPageView = Awaited<ReturnType<typeof entryPageView>>

/** An entry with its proof, its ledger, and why it is worth what it is. */
export async function entryPageView(db: Db, found: EntryRecord, today: PlainDate, words: Words) {
  const { t, locale } = words
  const policies = await policiesAt(db, found.orgId, today)
  const { kind, level, category, provider, evidence, part, note, proof, reason } = found
  const facts = [
    { term: t('training.col_name'), value: `${found.name} ${found.staffNumber}` },
    { term: t('training.col_school'), value: found.school },
    { term: t('training.col_kind'), value: codeLabel(TRAINING_KINDS, kind, locale) },
    { term: t('training.field_level'), value: codeLabel(TRAINING_LEVELS, level, locale) },
    { term: t('training.field_category'), value: codeLabel(TRAINING_CATEGORIES, category, locale) },
    { term: t('training.field_provider'), value: provider ?? '' },
    { term: t('training.col_days'), value: daysText(found, words) },
    { term: t('training.field_part'), value: t(`training.part_${part}`) },
    {
      term: t('training.field_hours'),
      value: t('training.hours_of', { hours: hoursText(found.tenths, words) }),
    },
    { term: t('training.field_evidence'), value: t(`training.evidence_${evidence}`) },
    { term: t('training.field_note'), value: note ?? '' },
    { term: t('training.col_submitted'), value: formatMoment(found.submittedAt) },
    { term: t('training.field_reason'), value: reason ?? '' },
  ]
  return {
    id: found.id,
    title: found.title,
    state: stateView(found.state, words),
    facts: facts.filter(({ value }) => value !== ''),
    proof: proof && { href: attachmentPath(proof.id), name: proof.name, isPicture: proof.isPicture },
    sameProof: sameProofText(found, words),
    why: whyView(found, await countOf(db, found, today), policies, words),
    ledger: (await linesOf(db, found.id)).map((line) => ({
      id: line.id,
      date: formatMoment(line.at),
      title: t(`training.line_${line.kind}`, { hours: hoursText(Math.abs(line.tenths), words) }),
      body: line.note ?? '',
      meta: line.byName,
      tone: line.kind === 'reversal' ? ('amber' as const) : ('neutral' as const),
    })),
  }
}

/** Who else used the same file, in words; null: nobody. */
function sameProofText({ sameProof: { people, count } }: EntryRecord, { t, locale }: Words): string | null {
  if (count === 0) return null
  const names = people.map(({ name, school }) => t('training.same_proof_one', { name, school }))
  const others = count - people.length
  const all = others > 0 ? [...names, t('training.same_proof_others', { others })] : names
  return t('training.same_proof_about', { people: formatList(all, locale) })
}

type Count = Pick<CountedEntry, 'counted' | 'limit'> | undefined

/** What of an approved entry counts beside the others of its year. */
async function countOf(db: Db, { id, personId, year, state }: EntryRecord, today: PlainDate): Promise<Count> {
  const standing = state === 'approved' ? await standingOf(db, personId, today, year) : null
  const entries = standing ? await countedEntries(db, personId, standing) : []
  return entries.find((one) => one.id === id)
}

/** Why it is worth what it is, and what limits it. */
function whyView(found: EntryRecord, count: Count, policies: TrainingPolicies, words: Words) {
  const { t } = words
  // What was decided stays as it was, whatever the settings say now.
  const now = worthOf(found, policies)
  const { outcome, reasons } = found.decision ?? now
  const worth = found.worth ?? now.tenths
  const limit: Reason[] = count?.limit
    ? [
        {
          rule: `limit_${count.limit}`,
          holds: false,
          policy: policies.use(limitKey(count.limit, found)),
          facts: { worth: worth / TENTHS, counted: (count.counted ?? 0) / TENTHS },
          clause: TRAINING_CLAUSE,
        },
      ]
    : []
  const says: DecisionWords = {
    ...words,
    rule: (code) => t(`training.rule.${code as TrainingRule}`),
    fact: ({ rule }, values) =>
      t(rule.startsWith('limit_') ? 'training.fact.limit' : 'training.fact.worth', values),
    choice: (_, value) => value,
  }
  const counted = count?.counted ?? (found.state === 'reversed' ? 0 : worth)
  const label =
    outcome === 'counts'
      ? t('training.hours_counted', { hours: hoursText(counted, words) })
      : t('training.outcome_counts_nothing')
  const tone: Tone = counted > 0 ? 'green' : 'amber'
  return {
    outcome: { label, tone },
    reasons: reasonsView({ outcome, reasons: [...reasons, ...limit] }, says),
  }
}

/** What may be done with an entry by who looks at it: each its form. */
export type EntryActs = {
  approve?: FormView
  return?: FormView
  reverse?: FormView
  withdraw?: FormView
  /** Of one that a county has drawn. */
  judge?: FormView
}

export function entryActs({ state, version, canCheck, isOwn }: EntryRecord, words: Words): EntryActs {
  const { t } = words
  const draw = (spec: { sections: Parameters<typeof drawSections>[0] }, submitLabel: string): FormView => ({
    ...{ title: submitLabel, trail: [], intro: '', submitLabel },
    sections: drawSections(spec.sections, words),
    hidden: { version: String(version) },
  })
  const may = (next: EntryState) => canBe(state, next)
  return {
    ...(canCheck && may('approved') && { approve: draw(approveForm, t('training.approve')) }),
    ...(canCheck && may('returned') && { return: draw(returnForm, t('training.return')) }),
    ...(canCheck && may('reversed') && { reverse: draw(returnForm, t('training.reverse')) }),
    ...(isOwn && may('withdrawn') && { withdraw: draw(withdrawForm, t('training.withdraw')) }),
  }
}

/** The filter of an address, its organisation already found; what waits, where nothing is asked. */
export function entryFilterOf(params: URLSearchParams, orgId: string | null): EntryFilter {
  const asked = params.get('state')
  const state = asked === 'all' ? null : (ENTRY_STATES.find((one) => one === asked) ?? 'submitted')
  return { state, orgId }
}

type AskedEntries = { filter: EntryFilter; params: URLSearchParams; place: string; isPlaceUnknown: boolean }

export async function entryListView(
  db: Db,
  actor: Actor,
  { filter, params, place, isPlaceUnknown }: AskedEntries,
  words: Words,
) {
  const cursor = decodeKeyset(
    params.get('cursor'),
    ['submitted'],
    (_, value) => !Number.isNaN(Date.parse(value)),
  )
  const { rows, total, ...cursors } = await listEntries(db, actor, filter, cursor)
  const { t, locale } = words
  return {
    rows: rows.map((row) => entryRowView(row, words)),
    total: t('training.total', { total: totalText(total, locale) }),
    pages: pagesOf('/training/entries', params, cursors),
    exportHref: addressWith('/training/entries/export.xlsx', params, { cursor: null }),
    canImport: canSomewhere(actor, 'training:import'),
    canApprove: filter.state === 'submitted' && canSomewhere(actor, 'training:check'),
    filter: {
      values: { state: filter.state === 'submitted' ? '' : (filter.state ?? 'all'), place },
      waiting: t('training.state_submitted'),
      states: [...ENTRY_STATES.filter((one) => one !== 'submitted'), 'all' as const].map((value) => ({
        value,
        label: t(`training.state_${value}`),
      })),
      isPlaceUnknown,
    },
  }
}
export type EntryListView = Awaited<ReturnType<typeof entryListView>>

export function entryRowView(row: EntryRow, words: Words) {
  const { locale } = words
  return {
    ...{ id: row.id, name: row.name, number: row.staffNumber, school: row.school, title: row.title },
    href: `/training/entries/${row.id}`,
    kind: codeLabel(TRAINING_KINDS, row.kind, locale),
    level: codeLabel(TRAINING_LEVELS, row.level, locale),
    days: row.startsOn === row.lastDay ? row.startsOn : `${row.startsOn} – ${row.lastDay}`,
    hours: hoursText(row.tenths, words),
    hasProof: row.hasProof,
    submitted: row.submittedAt.slice(0, 10),
    state: stateView(row.state, words),
  }
}
export type EntryRowView = ReturnType<typeof entryRowView>
