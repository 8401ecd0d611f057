/** A proposal 送教建议 for the next term: which studio could go to which needy school. Clause: policy-source 二(三)2. */
import type { Place } from '#app/modules/exchange/index.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import type { studioPolicies } from '../policies.ts'

/** As the database's own check has them (migration 0037). */
export type ProposalState = 'queued' | 'solving' | 'solved' | 'no_solution' | 'cancelled' | 'failed' | 'sent'

export const isRunning = (state: string): boolean => state === 'queued' || state === 'solving'

/** One whose solver has not been heard of for so long was interrupted. */
export const SILENT_SECONDS = 120

/** For the search; what was found until then is the proposal, with its gap. */
export const SEARCH_SECONDS = 20

export type ProposingStudio = {
  id: string
  stage: string
  subject: string
  schoolId: string
  countyId: string | null
  /** Null where nobody has told where its school lies. */
  place: Place | null
  /** Visits that its duty of the term leaves. */
  left: number
}

export type NeedySchool = {
  id: string
  stages: readonly string[]
  countyId: string | null
  place: Place | null
  /** Visits that it lacks over the last terms, those to come taken off. */
  missing: number
  /** Visits that it can still take in the term. */
  room: number
  /** Subjects taught there; empty where the registry does not say. */
  taught: readonly string[]
  /** Subjects in which it was visited over the last terms, or is to be. */
  visited: readonly string[]
}

export type ProposalGoals = {
  /** For each visit that a school lacks: the first to it is worth all, the next one less. */
  missing: number
  /** For a subject that was never there. */
  newSubject: number
  /** Off for each kilometre. */
  kilometre: number
}

export type ProposalProblem = {
  studios: readonly ProposingStudio[]
  schools: readonly NeedySchool[]
  goals: ProposalGoals
  /** Kilometres. */
  travelMost: number
}

/** Why a school is proposed to a studio; kept with it. */
export type ProposedWhy = { missing: number; newSubject: boolean }

/** Why a needy school stays without a visit: no studio of its stages within reach, or the duties of those are used up. */
export type UnreachedWhy = 'no_studio' | 'duties'

export function goalsOf(policies: PoliciesOf<typeof studioPolicies>): ProposalGoals {
  return {
    missing: policies.use('studios.goal_missing').value,
    newSubject: policies.use('studios.goal_new_subject').value,
    kilometre: policies.use('studios.goal_kilometre').value,
  }
}

/** A year's duty is done in two terms. */
export const dutyOfTerm = (aYear: number): number => Math.ceil(aYear / 2)
