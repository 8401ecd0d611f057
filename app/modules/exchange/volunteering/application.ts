/** Volunteering 报名: who may, for what, until when; and contesting points. Clause: policy-source 二(三)3. */
import type { PlainDate } from '#app/platform/dates.ts'
import type { DueOutcome } from '../eligibility.ts'
import type { RoundFacts } from '../rounds/round.ts'

export type ApplicationRefusal =
  | 'not_found'
  | 'window_closed'
  | 'not_subject'
  | 'exempt'
  | 'deferred'
  | 'too_early'
  | 'no_preference'
  | 'same_preference'
  | 'not_fitting'
  | 'changed_meanwhile'

/**
 * Why somebody may not volunteer: those outside the scope, exempt or deferred may not, and those who have not served long enough
 * only where the county takes them.
 */
export function volunteeringProblem(
  outcome: DueOutcome | undefined,
  takesEarly: boolean,
): ApplicationRefusal | null {
  if (outcome === undefined || outcome === 'not_subject') return 'not_subject'
  if (outcome === 'exempt' || outcome === 'deferred') return outcome
  return outcome === 'not_yet' && !takesEarly ? 'too_early' : null
}

export function isVolunteering({ state, volunteersUntil }: RoundFacts, today: PlainDate): boolean {
  return state === 'volunteering' && today <= volunteersUntil
}

export function isContesting({ state, contestUntil }: RoundFacts, today: PlainDate): boolean {
  return state === 'contest' && today <= contestUntil
}

type Fitting = { stage: string | null; subject: string | null; orgId: string }

/** Whether a post asks for what somebody teaches, at another school. */
export function fitsPost(teacher: Fitting, post: { stage: string; subject: string; orgId: string }): boolean {
  return post.stage === teacher.stage && post.subject === teacher.subject && post.orgId !== teacher.orgId
}

/** What is wrong with a ranking of posts: none at all, one twice, or one that does not fit. */
export function rankingProblem(
  ranked: readonly string[],
  fitting: readonly string[],
): ApplicationRefusal | null {
  if (ranked.length === 0) return 'no_preference'
  if (new Set(ranked).size < ranked.length) return 'same_preference'
  return ranked.every((id) => fitting.includes(id)) ? null : 'not_fitting'
}

export type ContestRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'contest_closed'
  | 'answered'
  | 'too_many'
  | 'own_points'
