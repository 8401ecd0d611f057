/** Cohorts and their candidates as the bureaus' pages and workbooks show them. */
import { CODE_LISTS, codeLabel } from '#app/modules/registry/index.ts'
import { type Actor, can, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { candidatePath, countyView, endView, pointsText } from './candidate.form.server.ts'
import { cohortCrumbs, cohortPath, moveView } from './cohort.form.server.ts'
import { type CandidateState, type CohortStage, PHASES, stageOf } from './cohort.ts'
import {
  type CandidateRow,
  type CohortRow,
  indicatorsOf,
  listCandidates,
  listCohorts,
  sharesOf,
} from './cohorts.queries.server.ts'
import { decisionView } from './decision.view.server.ts'
import { judgesOf, standingsOf } from './standings.server.ts'

const tones: Record<CohortStage, Tone> = {
  ...{ ahead: 'neutral', open: 'accent', closed: 'amber', scoring: 'amber', defence: 'amber' },
  ...{ proposed: 'amber', cultivating: 'green', ended: 'neutral', called_off: 'neutral' },
}
const candidateTones: Record<CandidateState, Tone> = {
  ...{
    sent: 'accent',
    returned: 'amber',
    withdrawn: 'neutral',
    recommended: 'accent',
    passed_over: 'neutral',
  },
  ...{ listed: 'amber', in_line: 'accent', cultivating: 'green', declined: 'neutral', left: 'neutral' },
}

export function stageView(cohort: CohortRow, today: PlainDate, { t }: Words) {
  const stage = stageOf(cohort, today)
  return { label: t(`cohort.stage_${stage}`), tone: tones[stage] }
}
export const candidateStateView = (state: CandidateState, { t }: Words) => ({
  label: t(`candidate.state_${state}`),
  tone: candidateTones[state],
})

export function spanText({ from, to }: { from: PlainDate; to: PlainDate }, { t, locale }: Words): string {
  return t('cohort.span', { from: formatDay(from, locale), until: formatDay(addDays(to, -1), locale) })
}

export async function cohortsView(db: Db, actor: Actor, today: PlainDate, words: Words) {
  const { locale } = words
  const rows = await listCohorts(db, actor)
  return {
    rows: rows.map((one) => ({
      id: one.id,
      href: cohortPath(one),
      title: one.title,
      bureau: one.orgName,
      cycle: spanText({ from: one.cycleFrom, to: one.cycleTo }, words),
      places: formatNumber(one.places, locale),
      sent: formatNumber(one.sent, locale),
      held: formatNumber(one.held, locale),
      state: stageView(one, today, words),
    })),
    newHref: canSomewhere(actor, 'principals:run') ? '/principals/cohorts/new' : null,
  }
}
export type CohortsView = Awaited<ReturnType<typeof cohortsView>>

export async function cohortsSheet(db: Db, actor: Actor, today: PlainDate, words: Words): Promise<SheetSpec> {
  const { t } = words
  const found = await listCohorts(db, actor)
  async function* rows() {
    for (const one of found)
      yield [
        ...[one.title, one.documentNo, one.orgName, one.cycleFrom, addDays(one.cycleTo, -1), one.places],
        ...[one.sent, one.recommended, one.held, stageView(one, today, words).label],
      ]
  }
  const number = (heading: string) => ({ heading, kind: 'number' as const })
  return {
    sheetName: t('cohort.title'),
    columns: [
      { heading: t('cohort.name'), width: 32 },
      { heading: t('cohort.document'), width: 24 },
      { heading: t('cohort.bureau'), width: 20 },
      { heading: t('cohort.cycle_from'), kind: 'date' },
      { heading: t('cohort.cycle_until'), kind: 'date' },
      ...[number(t('cohort.places')), number(t('cohort.sent')), number(t('cohort.recommended'))],
      ...[number(t('cohort.held')), { heading: t('cohort.state') }],
    ],
    rows: rows(),
  }
}

type Reading = { db: Db; actor: Actor; today: PlainDate; words: Words }

/** One cohort: its facts, its candidates in order, its judges, and what the reader can do next. */
export async function cohortView(reading: Reading, cohort: CohortRow) {
  const { db, actor, today, words } = reading
  const { t, locale } = words
  const mayRun = can(actor, 'principals:run', cohort)
  const stage = stageOf(cohort, today)
  const rows = await listCandidates(db, actor, cohort)
  const isJudged = mayRun && ['scoring', 'defence', 'proposed', 'cultivating'].includes(cohort.state)
  const path = cohortPath(cohort)
  return {
    title: cohort.title,
    about: cohort.about,
    trail: cohortCrumbs(null, words),
    state: stageView(cohort, today, words),
    facts: await factsOf(db, cohort, words),
    candidates: rows.map((one) => candidateEntry(one, words)),
    judges: isJudged ? await judgesView(db, cohort, words) : [],
    standings: mayRun && cohort.state === 'defence' ? await standingsView(reading, cohort) : [],
    acts: {
      judges: mayRun && (stage === 'closed' || stage === 'scoring') ? `${path}/judges` : null,
      places: mayRun && stage !== 'called_off' && stage !== 'ended' ? `${path}/places` : null,
      callOff:
        mayRun && !['proposed', 'cultivating', 'ended', 'called_off'].includes(stage)
          ? `${path}/call_off`
          : null,
      move: movesOf(cohort, mayRun, words),
    },
    count: t('cohort.count', { sent: formatNumber(rows.length, locale) }),
    exportHref: `${path}/export.xlsx`,
  }
}
export type CohortView = Awaited<ReturnType<typeof cohortView>>

/** A list that was returned is drawn anew: the engine knows whether it was. */
function movesOf(cohort: CohortRow, mayRun: boolean, words: Words) {
  if (!mayRun) return []
  if (cohort.state === 'scoring') return [moveView(cohort, 'defence', words)]
  return cohort.state === 'defence' || cohort.state === 'proposed' ? [moveView(cohort, 'list', words)] : []
}

async function factsOf(db: Db, cohort: CohortRow, words: Words) {
  const { t, locale } = words
  const shares = await sharesOf(db, cohort.id)
  const indicators = await indicatorsOf(db, cohort.id)
  const shareText = (one: (typeof shares)[number]) => {
    const values = { places: one.places }
    if (one.kind === 'rural') return t('cohort.kept_rural', values)
    if (one.kind === 'county') return t('cohort.kept_county', { ...values, county: one.name ?? '' })
    return t('cohort.kept_stage', { ...values, stage: codeLabel(CODE_LISTS.stage, one.code, locale) })
  }
  return [
    { term: t('cohort.bureau'), value: t('cohort.by', { org: cohort.orgName, document: cohort.documentNo }) },
    {
      term: t('cohort.places'),
      value: t('cohort.places_text', { places: cohort.places, held: cohort.held }),
    },
    { term: t('cohort.shares'), value: shares.map(shareText).join(t('cohort.comma')) },
    {
      term: t('cohort.window'),
      value: spanText({ from: cohort.opensOn, to: addDays(cohort.closesOn, 1) }, words),
    },
    { term: t('cohort.cycle'), value: spanText({ from: cohort.cycleFrom, to: cohort.cycleTo }, words) },
    ...PHASES.map((phase) => ({
      term: t(`cohort.${phase}`),
      value: t('cohort.scored_by', {
        share: phase === 'blind' ? cohort.blindShare : 100 - cohort.blindShare,
        indicators: indicators
          .filter((one) => one.phase === phase)
          .map(({ title, points }) => `${title} ${points}`)
          .join(t('cohort.comma')),
      }),
    })),
  ]
}

export function candidateEntry(row: CandidateRow, words: Words) {
  const { t, locale } = words
  return {
    id: row.id,
    href: candidatePath(row),
    name: row.name,
    school: row.schoolName,
    rural: row.isRural ? t('candidate.rural') : '',
    county: row.countyName,
    stage: codeLabel(CODE_LISTS.stage, row.stage, locale),
    position: row.position === null ? '' : formatNumber(row.position, locale),
    total: row.why ? totalText(row.why.total) : '',
    place: row.place === null ? '' : formatNumber(row.place, locale),
    state: candidateStateView(row.state, words),
  }
}
export type CandidateEntry = ReturnType<typeof candidateEntry>

/** Ten-thousandths of a point, as people read them. */
const totalText = (tenThousandths: number) => (tenThousandths / 10_000).toFixed(4)

async function judgesView(db: Db, { id, state, recommended }: CohortRow, { t, locale }: Words) {
  const rows = await judgesOf(db, id, state === 'scoring' ? 'blind' : 'defence')
  return rows.map((one) => ({
    id: one.id,
    name: one.name,
    given: t('cohort.judge_given', { given: one.given, of: recommended }),
    conflicts: one.conflicts === 0 ? '' : formatNumber(one.conflicts, locale),
    apart: one.apart === null ? '' : `${one.apart > 0 ? '+' : ''}${pointsText(one.apart)}`,
  }))
}
export type JudgeEntry = Awaited<ReturnType<typeof judgesView>>[number]

/** The list as it would be drawn now, with its arithmetic. */
async function standingsView({ db, today, words }: Reading, cohort: CohortRow) {
  const shares = await sharesOf(db, cohort.id)
  const standings = await standingsOf(db, { ...cohort, shares }, today)
  return standings.map((one) => ({
    id: one.id,
    name: one.name,
    position: formatNumber(one.position, words.locale),
    total: totalText(one.total),
    sum: sumText(one, cohort, words),
    by: byText(one, words),
    isProposed: one.position <= cohort.places,
  }))
}
export type StandingEntry = Awaited<ReturnType<typeof standingsView>>[number]

type Why = NonNullable<CandidateRow['why']>

const sumText = (
  { blind, defence }: Pick<Why, 'blind' | 'defence'>,
  { blindShare }: CohortRow,
  { t }: Words,
) =>
  t('candidate.sum', {
    ...{ blind: pointsText(blind), defence: pointsText(defence) },
    ...{ blindShare, defenceShare: 100 - blindShare },
  })

const byText = ({ by, rank }: Pick<Why, 'by' | 'rank'>, { t }: Words) => t(`candidate.by_${by}`, { rank })

/** One candidate: who, the plan, the conditions, the scores, and what the reader can say. */
export function candidateView({ actor, today, words }: Reading, cohort: CohortRow, row: CandidateRow) {
  const { t, locale } = words
  const stage = stageOf(cohort, today)
  const isOther = row.personId !== actor.personId
  const mayAnswer =
    isOther &&
    can(actor, 'principals:recommend', { lineage: row.countyLineage }) &&
    (stage === 'open' || stage === 'closed')
  const canEnd = ['recommended', 'listed', 'in_line', 'cultivating'].includes(row.state)
  const mayEnd =
    isOther && can(actor, 'principals:run', cohort) && canEnd && stage !== 'open' && stage !== 'closed'
  const scores = (points: readonly number[]) => points.map(pointsText).join(t('cohort.comma'))
  return {
    name: row.name,
    trail: cohortCrumbs(cohort, words),
    state: candidateStateView(row.state, words),
    why: decisionView(row.decision, words),
    plan: row.plan,
    facts: [
      {
        term: t('candidate.school'),
        value: row.schoolName,
        note: row.isRural ? t('candidate.rural') : undefined,
      },
      { term: t('candidate.county'), value: row.countyName },
      { term: t('candidate.stage'), value: codeLabel(CODE_LISTS.stage, row.stage, locale) },
      { term: t('candidate.head_since'), value: formatDay(row.headSince, locale) },
      ...(row.note ? [{ term: t('candidate.note'), value: row.note }] : []),
      ...(row.why
        ? [
            {
              term: t('candidate.position'),
              value: t('candidate.position_text', {
                position: row.position ?? 0,
                total: totalText(row.why.total),
              }),
              note: `${sumText(row.why, cohort, words)} ${byText(row.why, words)}`,
            },
          ]
        : []),
      ...(row.blind.length > 0 && can(actor, 'principals:run', cohort)
        ? [
            { term: t('cohort.blind'), value: scores(row.blind) },
            { term: t('cohort.defence'), value: scores(row.defence) },
          ]
        : []),
    ],
    county:
      mayAnswer && (row.state === 'sent' || row.state === 'recommended') ? countyView(row, words) : null,
    end: mayEnd ? endView(row, words) : null,
  }
}
export type CandidateView = ReturnType<typeof candidateView>

export async function candidatesSheet({ db, actor, words }: Reading, cohort: CohortRow): Promise<SheetSpec> {
  const { t, locale } = words
  const found = await listCandidates(db, actor, cohort)
  async function* rows() {
    for (const one of found)
      yield [
        ...[one.position, one.name, one.schoolName, one.countyName],
        ...[
          codeLabel(CODE_LISTS.stage, one.stage, locale),
          one.isRural ? t('candidate.rural') : null,
          one.headSince,
        ],
        ...[
          one.why && one.why.blind / 100,
          one.why && one.why.defence / 100,
          one.why && one.why.total / 10_000,
        ],
        ...[
          one.why && byText(one.why, words),
          one.place,
          candidateStateView(one.state, words).label,
          one.note,
        ],
      ]
  }
  const number = (heading: string) => ({ heading, kind: 'number' as const })
  return {
    sheetName: cohort.title.slice(0, 31),
    columns: [
      number(t('candidate.position')),
      { heading: t('candidate.name') },
      { heading: t('candidate.school'), width: 28 },
      { heading: t('candidate.county') },
      { heading: t('candidate.stage') },
      { heading: t('candidate.rural') },
      { heading: t('candidate.head_since'), kind: 'date' },
      ...[number(t('cohort.blind')), number(t('cohort.defence')), number(t('candidate.total'))],
      { heading: t('candidate.by'), width: 28 },
      number(t('candidate.place')),
      { heading: t('cohort.state') },
      { heading: t('candidate.note'), width: 28 },
    ],
    rows: rows(),
  }
}
