/** Calls, and what was sent to them, as the bureau's pages show them. */
import { type Actor, can, canSomewhere } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { formatDay, formatList, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Step } from '#app/ui/steps.tsx'
import type { Tone } from '#app/ui/tag.tsx'
import { teachingText, word } from '../words.server.ts'
import { type CallStage, stageOfCall } from './call.ts'
import { type CallRow, listCalls, listExperts, type SentState } from './calls.queries.server.ts'
import { decisionView } from './decision.view.server.ts'
import { FOUNDING_PROCESS, subjectOf } from './founding.ts'
import { pointsText, type RankedRow, rankedApplications } from './ranking.server.ts'

const tones: Record<CallStage, Tone> = {
  ahead: 'neutral',
  open: 'accent',
  closed: 'amber',
  scoring: 'amber',
  proposed: 'amber',
  decided: 'green',
  called_off: 'neutral',
}
const applicationTones: Record<SentState, Tone> = {
  sent: 'accent',
  proposed: 'amber',
  founded: 'green',
  refused: 'neutral',
}

export function callStageView(call: CallRow, today: PlainDate, { t }: Words) {
  const stage = stageOfCall(call, today)
  return { label: t(`call.stage_${stage}`), tone: tones[stage] }
}

export async function callListView(db: Db, actor: Actor, today: PlainDate, words: Words) {
  const { t, locale } = words
  const calls = await listCalls(db, actor)
  return {
    rows: calls.map((one) => ({
      id: one.id,
      href: `/studios/calls/${one.id}`,
      title: one.title,
      bureau: one.orgName,
      window: windowText(one, words),
      state: callStageView(one, today, words),
      places: formatNumber(one.places, locale),
      sent: formatNumber(one.sent, locale),
    })),
    total: t('call.count', { count: calls.length }),
    canSay: canSomewhere(actor, 'studios:call'),
  }
}
export type CallListView = Awaited<ReturnType<typeof callListView>>

export function windowText({ opensOn, closesOn }: CallRow, { t, locale }: Words): string {
  return t('call.window_text', { from: formatDay(opensOn, locale), until: formatDay(closesOn, locale) })
}

/** What a call is for; nothing said is anything. */
export function callForText({ stages, subjects }: CallRow, words: Words): string {
  const list = (codes: readonly string[], name: 'stage' | 'subject') =>
    codes.length === 0
      ? words.t(`call.any_${name}`)
      : formatList(
          codes.map((code) => word(name, code, words)),
          words.locale,
        )
  return `${list(stages, 'stage')} · ${list(subjects, 'subject')}`
}

export async function callView(db: Db, actor: Actor, call: CallRow, today: PlainDate, words: Words) {
  const { t, locale } = words
  const path = `/studios/calls/${call.id}`
  const runs = can(actor, 'studios:call', call)
  const ranked = await rankedApplications(db, actor, call, today)
  const experts = runs ? await listExperts(db, call.id) : []
  const case_ = await db.approvalCase.findFirst({
    where: { process: FOUNDING_PROCESS, subject: subjectOf(call.id) },
    orderBy: { openedAt: 'desc' },
    select: { id: true, state: true },
  })
  return {
    title: call.title,
    state: callStageView(call, today, words),
    steps: stepsOf(call, today, words),
    about: call.about,
    facts: [
      { term: t('call.bureau'), value: call.orgName },
      { term: t('call.document'), value: call.documentNo },
      { term: t('call.window'), value: windowText(call, words) },
      { term: t('call.for'), value: callForText(call, words) },
      { term: t('call.places'), value: formatNumber(call.places, locale) },
      { term: t('call.term_from'), value: formatDay(call.termFrom, locale) },
    ],
    links: {
      case: case_ && runs ? `/approvals/${case_.id}` : null,
      export: `${path}/export.xlsx`,
    },
    acts: runs
      ? actsOf(call, case_?.state === 'returned', today).map((act, at) => ({
          href: `${path}/${act}`,
          label: t(`call.act_${act}`),
          isNext: at === 0 && act !== 'call_off',
        }))
      : [],
    applications: ranked.map((one) => applicationView(one, runs ? `${path}/applications` : null, words)),
    count: t('call.applications_count', { count: ranked.length }),
    showsScores: runs,
    experts: experts.map(({ name, username, scored }) => ({
      username,
      name,
      scored: t('call.expert_scored', { scored, of: call.sent }),
    })),
  }
}
export type CallView = Awaited<ReturnType<typeof callView>>

export const CALL_ACTS = ['experts', 'propose', 'call_off'] as const
export type CallAct = (typeof CALL_ACTS)[number]

/** What the bureau can do next. */
function actsOf(call: CallRow, isReturned: boolean, today: PlainDate): CallAct[] {
  const stage = stageOfCall(call, today)
  if (stage === 'closed') return call.sent > 0 ? ['experts', 'call_off'] : ['call_off']
  if (stage === 'scoring') return ['propose', 'experts', 'call_off']
  if (stage === 'proposed') return isReturned ? ['propose'] : []
  return stage === 'ahead' || stage === 'open' ? ['call_off'] : []
}

const STEPS = ['open', 'scoring', 'proposed', 'decided'] as const

function stepsOf(call: CallRow, today: PlainDate, { t }: Words): Step[] {
  const stage = stageOfCall(call, today)
  if (stage === 'called_off') return []
  const at = stage === 'ahead' ? 0 : stage === 'closed' ? 1 : STEPS.indexOf(stage)
  return STEPS.map((one, index) => ({
    label: t(`call.step_${one}`),
    state: index < at || stage === 'decided' ? 'done' : index === at ? 'current' : 'ahead',
  }))
}

function applicationView({ row, mean }: RankedRow, base: string | null, words: Words) {
  const { t } = words
  return {
    id: row.id,
    href: base && `${base}/${row.id}`,
    name: row.name,
    school: row.schoolName,
    teaching: teachingText(row, words),
    studio: row.studioName,
    state: { label: t(`application.state_${row.state}`), tone: applicationTones[row.state] },
    mean: meanText(mean, row.points.length, words),
  }
}
export type CallApplicationView = ReturnType<typeof applicationView>

function meanText(mean: number | null, experts: number, { t }: Words): string {
  if (mean !== null) return pointsText(mean)
  return experts === 0 ? '' : t('call.scores_missing', { experts })
}

/** One application as the bureau sees it: whole, with its scores but not who gave them. */
export function applicationPageView(call: CallRow, one: RankedRow, words: Words) {
  const { t, locale } = words
  const { row, mean } = one
  const facts = [
    { term: t('call.applicant'), value: `${row.name} ${row.staffNumber}` },
    { term: t('application.school'), value: row.schoolName },
    { term: t('application.teaching'), value: teachingText(row, words) },
  ]
  const scores =
    row.points.length === 0 && row.conflicts === 0
      ? []
      : [
          { term: t('call.mean'), value: meanText(mean, row.points.length, words) },
          { term: t('call.scores'), value: formatList(row.points.map(pointsText), locale) },
          { term: t('call.conflicts'), value: formatNumber(row.conflicts, locale) },
        ]
  return {
    call: { href: `/studios/calls/${call.id}`, label: call.title },
    title: row.studioName,
    state: { label: t(`application.state_${row.state}`), tone: applicationTones[row.state] },
    facts: [...facts, ...scores],
    plan: row.plan,
    comments: row.comments,
    why: decisionView(row.decision, words),
    staffHref: `/staff/${row.personId}`,
  }
}
export type ApplicationPageView = ReturnType<typeof applicationPageView>
