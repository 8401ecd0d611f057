/** Plans as their pages show them: proof, prices, collisions, who goes where, and why not. */

import { z } from 'zod'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Reason } from '#app/platform/decisions/decision.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { canRunRound } from '../access.ts'
import type { HardRule } from '../matching/model.ts'
import { roundCrumb, roundsCrumb } from '../rounds/round.form.server.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import { teachingText, type Words } from '../ui/due-words.server.ts'
import { isRunning, type PlanRefusal, type PlanState } from './plan.ts'
import {
  latestPlan,
  listPlans,
  type PlanRow,
  placementsOf,
  rulesOf,
  unplacedIn,
} from './plans.queries.server.ts'
import { caseOf } from './submission.commands.server.ts'
import type { UnplacedRule } from './unplaced.ts'

export const planForm = declareForm({
  sections: [{ id: 'plan', fields: {} }],
  sent: { act: z.enum(['request', 'cancel', 'submit'], { error: 'form.invalid' }) },
})

const tones: Record<PlanState, Tone> = {
  ...{ queued: 'amber', solving: 'amber', solved: 'green', no_solution: 'red', cancelled: 'neutral' },
  ...{ failed: 'red', submitted: 'accent', approved: 'green', rejected: 'red' },
}

const stateView = (state: PlanState, { t }: Words) => ({
  label: t(`plan.state_${state}`),
  tone: tones[state],
})

function actView(act: 'request' | 'cancel' | 'submit', { t }: Words): FormView {
  return {
    ...{ title: t(`plan.${act}`), trail: [], intro: '', sections: [] },
    hidden: { act },
    submitLabel: t(`plan.${act}`),
  }
}

export async function plansView(db: Db, actor: Actor, round: RoundRow, words: Words) {
  const plans = await listPlans(db, round)
  const mayAsk = canRunRound(actor, round) && round.state === 'matching'
  return {
    trail: [roundsCrumb(words), roundCrumb(round, words)],
    rows: plans.map((plan) => planRow(round, plan, words)),
    compareHref:
      plans.filter(({ result }) => result?.status === 'solved').length > 1
        ? `/exchange/rounds/${round.id}/plans/compare`
        : null,
    request: mayAsk && !plans.some(({ state }) => isRunning(state)) ? actView('request', words) : null,
  }
}

export type PlansView = Awaited<ReturnType<typeof plansView>>

export function planRow(round: RoundRow, plan: PlanRow, words: Words) {
  const { t, locale } = words
  return {
    id: plan.id,
    href: `/exchange/rounds/${round.id}/plans/${plan.id}`,
    name: t('plan.number', { number: plan.number }),
    state: stateView(plan.state, words),
    placed: formatNumber(plan.placed, locale),
    unplaced: formatNumber(plan.unplaced, locale),
    value: plan.result?.status === 'solved' ? formatNumber(Math.round(plan.result.value), locale) : '',
    proof: proofText(plan, words),
    made: t('plan.made_by', { name: plan.createdByName, at: formatMoment(plan.createdAt) }),
  }
}

/** Proven best, or how far it may be from the best. */
function proofText({ result }: PlanRow, { t }: Words): string {
  if (result?.status !== 'solved') return ''
  return result.isProven ? t('plan.proven') : t('plan.gap', { gap: `${(result.gap * 100).toFixed(2)}%` })
}

export async function planView(db: Db, actor: Actor, round: RoundRow, plan: PlanRow, words: Words) {
  const { t, locale } = words
  const placements = await placementsOf(db, actor, round, plan.id)
  const unplaced = await unplacedIn(db, actor, round, plan.id)
  const path = `/exchange/rounds/${round.id}/plans`
  const latest = await latestPlan(db, round.id)
  const mayRule =
    canRunRound(actor, round) &&
    round.state === 'matching' &&
    !isRunning(plan.state) &&
    latest?.id === plan.id
  const ruleHref = (personId: string) => (mayRule ? `${path}/${plan.id}/rule/${personId}` : null)
  return {
    trail: [roundsCrumb(words), roundCrumb(round, words), { href: path, label: t('plan.title') }],
    ...planRow(round, plan, words),
    running: isRunning(plan.state) ? runningText(plan, words) : null,
    cancel: isRunning(plan.state) && canRunRound(actor, round) ? actView('cancel', words) : null,
    ...(await wayOf(db, actor, round, plan, words)),
    facts: factsOf(plan, words),
    exportHref: `${path}/${plan.id}/export.xlsx`,
    rules: (await rulesOf(db, actor, round, plan.id)).map((one) => ({
      id: `${one.personId} ${one.hostName} ${one.kind}`,
      href: ruleHref(one.personId),
      name: one.name,
      host: one.hostName,
      kind: t(`plan.rule_${one.kind}_done`),
      reason: one.reason,
    })),
    placements: placements.map((one) => ({
      id: one.personId,
      href: `/exchange/rounds/${round.id}/volunteers/${one.personId}`,
      name: one.name,
      home: one.homeName,
      host: one.hostName,
      teaching: teachingText(one, words),
      ruleHref: ruleHref(one.personId),
      rank: rankText(one.rank, words),
      points: one.points === null ? '' : formatNumber(one.points / 100, locale),
    })),
    left: unplaced.map((one) => ({
      id: one.personId,
      href: `/exchange/rounds/${round.id}/volunteers/${one.personId}`,
      name: one.name,
      home: one.homeName,
      teaching: teachingText(one, words),
      ruleHref: ruleHref(one.personId),
      why: one.why.reasons.map((reason) => reasonText(reason, words)).join(locale === 'en' ? '; ' : '；'),
    })),
  }
}

export type PlanView = Awaited<ReturnType<typeof planView>>

/** Sending it to be approved, where that can be done now; and the case, where it is on its way. */
async function wayOf(db: Db, actor: Actor, round: RoundRow, plan: PlanRow, words: Words) {
  const isOnItsWay = plan.state === 'submitted'
  const found = isOnItsWay || plan.state === 'solved' ? await caseOf(db, round.id) : null
  const canSend = plan.state === 'solved' || (isOnItsWay && found?.state === 'returned')
  const maySend = canSend && round.state === 'matching' && plan.placed > 0 && canRunRound(actor, round)
  return {
    submit: maySend ? actView('submit', words) : null,
    caseHref: isOnItsWay && found ? `/approvals/${found.id}` : null,
  }
}

function runningText({ phase, gap }: PlanRow, { t }: Words): string {
  if (phase === 'search' && gap !== null && gap < 1)
    return t('plan.phase_gap', { gap: `${(gap * 100).toFixed(1)}%` })
  return t(
    phase === 'prices' || phase === 'search' || phase === 'relaxation'
      ? `plan.phase_${phase}`
      : 'plan.phase_waiting',
  )
}

export function rankText(rank: number | null, { t }: Words): string {
  return rank === null ? t('plan.rank_other') : t('plan.rank', { rank })
}

export function reasonText({ rule, facts }: Reason, { t }: Words): string {
  const values = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value ?? '')]))
  return t(`plan.why_${rule as UnplacedRule}`, values)
}

function factsOf(plan: PlanRow, words: Words): { term: string; value: string }[] {
  const { t, locale } = words
  const { result } = plan
  if (!result) return []
  const ruleText = (rule: string) => t(`plan.rule_${rule as HardRule}`)
  const seconds = {
    term: t('plan.seconds'),
    value: t('plan.seconds_value', { seconds: result.seconds.toFixed(1) }),
  }
  if (result.status === 'no_solution') {
    const rules = [...new Set(result.collisions.map(({ rule }) => ruleText(rule)))]
    return [{ term: t('plan.collisions'), value: rules.join(locale === 'en' ? '; ' : '；') }, seconds]
  }
  return [
    { term: t('plan.value'), value: formatNumber(Math.round(result.value), locale) },
    { term: t('plan.proof'), value: proofText(plan, words) },
    ...result.prices.map(({ rule, value, rows }) => ({
      term: ruleText(rule),
      value: t('plan.price', { value: formatNumber(Math.round(value), locale), rows }),
    })),
    seconds,
  ]
}

export function planRefusalOf({ reason, values }: Refused<PlanRefusal>): ActRefusal {
  return { ok: false, key: `plan.error_${reason}`, values }
}
