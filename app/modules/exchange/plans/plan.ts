/** A plan 编排方案: one computed answer to who goes where in a round. Clause: policy-source 二(三)3. */
import type { ExchangePolicies } from '../eligibility-policy.ts'
import type { Goals } from '../matching/problem.ts'

/** As the database's own check has them (migration 0012). */
export type PlanState =
  | ('queued' | 'solving' | 'solved' | 'no_solution' | 'cancelled' | 'failed')
  | ('submitted' | 'approved' | 'rejected')

export type PlanRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'wrong_state'
  | 'nobody'
  | 'nobody_placed'
  | 'solving'
  | 'not_latest'
  | 'post_unfit'

export const RULE_KINDS = ['pin', 'forbid', 'none'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** What HR decides for one volunteer and one post; `none` lets them go again. */
export type RuleWish = { needId: string; kind: RuleKind; reason: string }

/** A plan whose solver has not been heard of for so long was interrupted. */
export const SILENT_SECONDS = 120

/** What is worth how much, as the settings of the round's county have it. */
export function goalsOf(policies: ExchangePolicies): Goals {
  return {
    filled: policies.use('exchange.goal_filled').value,
    rural: policies.use('exchange.goal_rural').value,
    weak: policies.use('exchange.goal_weak').value,
    small: policies.use('exchange.goal_small').value,
    preference: policies.use('exchange.goal_preference').value,
    point: policies.use('exchange.goal_point').value,
    backboneMissed: policies.use('exchange.goal_backbone').value,
    backboneShare: policies.use('exchange.backbone_share').value,
    kilometre: policies.use('exchange.goal_kilometre').value,
    beyondFairPart: policies.use('exchange.goal_fair_part').value,
  }
}

/** Seconds that the search may take; what was found until then is the plan, with its gap. */
export function searchSecondsOf(policies: ExchangePolicies): number {
  return policies.use('exchange.search_seconds').value
}

export function isRunning(state: string): boolean {
  return state === 'queued' || state === 'solving'
}
