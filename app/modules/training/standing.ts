/** How somebody stands in a year of training: what their role asks, and what counts of each year of their cycle. */
import { HEAD_POSTS, isBackboneHonour } from '#app/modules/registry/index.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { countedByYear, type Sum, type YearCount } from './counting.ts'
import { type Requirement, type RoleFacts, requirementsOf } from './requirement.ts'
import { capsOf, cycleOf, type TrainingPolicies } from './training-policy.ts'

export type Standing = {
  year: number
  /** The years of the cycle, in order, each with what counts. */
  years: YearCount[]
  requirements: Requirement[]
  sums: Sum[]
  policies: TrainingPolicies
}

export type PersonFacts = {
  role: RoleFacts
  /** The first year of their own cycles, where they do not run with everybody's. */
  ownFirstYear: number | null
  /** Approved, in the years of the cycle at least. */
  sums: readonly Sum[]
}

/** First year of the cycle that a year lies in, and the first after it. */
function cycleAround(
  year: number,
  ownFirstYear: number | null,
  policies: TrainingPolicies,
): { from: number; until: number } {
  const years = policies.use('training.cycle_years').value
  const ofAll = policies.use('training.cycle_first_year').value
  const from = cycleOf(year, ownFirstYear !== null && ownFirstYear <= year ? ownFirstYear : ofAll, years)
  return { from, until: from + years }
}

export function standing(
  { role, ownFirstYear, sums: all }: PersonFacts,
  year: number,
  policies: TrainingPolicies,
): Standing {
  const { from, until } = cycleAround(year, ownFirstYear, policies)
  const sums = all.filter((one) => from <= one.year && one.year < until)
  const inCycle = Array.from({ length: until - from }, (_, at) => from + at)
  const years = countedByYear(sums, inCycle, capsOf(policies))
  const span = { year, cycleFrom: from, cycleYears: until - from, basis: policies.use('training.year').value }
  return { year, years, requirements: requirementsOf(role, span, { years, sums }, policies), sums, policies }
}

/** What the roster says of somebody that decides what is asked of them. */
export function roleFacts(
  teachingSince: PlainDate | null,
  schoolPost: string | null,
  honours: readonly string[],
): RoleFacts {
  return {
    teachingSince,
    isClassAdviser: schoolPost === 'class_adviser',
    isPrincipal: schoolPost !== null && HEAD_POSTS.includes(schoolPost),
    isBackbone: honours.some(isBackboneHonour),
  }
}
