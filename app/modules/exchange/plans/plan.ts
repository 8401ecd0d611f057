/** A plan 编排方案: one computed answer to who goes where in a round. Clause: policy-source 二(三)3. */
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

/** What is worth how much, where nobody says otherwise: rural and weak schools first, then wishes, then distance. */
export const usualGoals: Omit<Goals, 'backboneShare'> = {
  ...{ filled: 100, rural: 60, weak: 40, small: 20 },
  ...{ preference: 30, point: 1, backboneMissed: 20, kilometre: 0.3, beyondFairPart: 5 },
}

export const NEAR_KM = 15
/** Seconds that the search may take; what was found until then is the plan, with its gap. */
export const SEARCH_SECONDS = 25

export function isRunning(state: string): boolean {
  return state === 'queued' || state === 'solving'
}
