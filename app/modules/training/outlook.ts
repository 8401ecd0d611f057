/**
 * Whether somebody will have reached what the five years ask 完成情况: met, on course, behind, or out of reach, and why. What is
 * still possible is what the days that are left allow, at the pace that one can hold, within the year's limit.
 * Source: domain.md 3; policy-source 二(三)2 (分批全员轮训).
 */
import { daysBetween, type PlainDate } from '#app/platform/dates.ts'
import type { Requirement } from './requirement.ts'
import { boundsOf, capsOf, TENTHS, type TrainingPolicies, type YearBasis, yearOf } from './training-policy.ts'

export const OUTLOOKS = ['met', 'on_course', 'behind', 'out_of_reach'] as const
export type OutlookState = (typeof OUTLOOKS)[number]

/** Nothing more fits under the year's limit; too few days are left; retires before; the first year as a teacher is over or nearly so. */
export const OUT_OF_REACH = ['year_limit', 'time_left', 'retires', 'first_year'] as const
export type OutOfReach = (typeof OUT_OF_REACH)[number]

export type Outlook = { state: OutlookState; why: OutOfReach | null }

export type OutlookFacts = {
  /** What the cycle asks, and the first year of a new teacher while it is looked at. */
  cycle: Requirement
  novice: Requirement | undefined
  /** Counted in the year of training that `today` lies in, in tenths of an hour. */
  countedThisYear: number
  /** Half-open: the first day out of service, where it is known. */
  retiresOn: PlainDate | null
}

/** The worse of what the cycle and the first year ask. */
export function outlookOf(facts: OutlookFacts, today: PlainDate, policies: TrainingPolicies): Outlook {
  const { cycle, novice, countedThisYear, retiresOn } = facts
  const possible = (until: PlainDate, hasLimit = true) =>
    stillPossible({ today, until, countedThisYear, hasLimit }, policies)
  const end = retiresOn !== null && retiresOn < cycle.until ? retiresOn : cycle.until
  const ofCycle = paced(cycle, today, policies)
  if (novice && novice.missing > 0) {
    if (novice.missing > possible(novice.until)) return { state: 'out_of_reach', why: 'first_year' }
  }
  if (cycle.missing > possible(end)) {
    if (end < cycle.until && cycle.missing <= possible(cycle.until)) {
      return { state: 'out_of_reach', why: 'retires' }
    }
    const why = cycle.missing <= possible(end, false) ? 'year_limit' : 'time_left'
    return { state: 'out_of_reach', why }
  }
  const isBehind =
    ofCycle === 'behind' || (novice !== undefined && paced(novice, today, policies) === 'behind')
  return { state: isBehind ? 'behind' : ofCycle, why: null }
}

/** By how much of the time is over: behind is who has less than the share that policy still lets pass. */
function paced(
  { required, reached, missing, from, until }: Requirement,
  today: PlainDate,
  policies: TrainingPolicies,
): Exclude<OutlookState, 'out_of_reach'> {
  if (missing === 0) return 'met'
  const over = Math.max(0, Math.min(1, daysBetween(from, today) / daysBetween(from, until)))
  return reached < required * over * policies.use('training.behind_share').value ? 'behind' : 'on_course'
}

type Rest = { today: PlainDate; until: PlainDate; countedThisYear: number; hasLimit: boolean }

/** The most tenths of an hour that can still count until a day. */
function stillPossible(
  { today, until, countedThisYear, hasLimit }: Rest,
  policies: TrainingPolicies,
): number {
  const basis: YearBasis = policies.use('training.year').value
  const pace = policies.use('training.reachable_year').value * TENTHS
  const most = (hasLimit && capsOf(policies).year) || Number.POSITIVE_INFINITY
  const now = yearOf(today, basis)
  let all = 0
  for (let year = now; boundsOf(year, basis).from < until; year++) {
    const bounds = boundsOf(year, basis)
    const from = bounds.from > today ? bounds.from : today
    const to = bounds.until < until ? bounds.until : until
    if (from >= to) continue
    const share = daysBetween(from, to) / daysBetween(bounds.from, bounds.until)
    all += Math.min(pace * share, Math.max(0, most - (year === now ? countedThisYear : 0)))
  }
  return Math.floor(all)
}

/** Age bands of the figures, by the first age after each. */
const BANDS = [30, 35, 40, 45, 50, 55] as const
export const AGE_BANDS = ['under_30', '30_34', '35_39', '40_44', '45_49', '50_54', '55_over', ''] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** '' where the age is not known. */
export function ageBandOf(age: number | null): AgeBand {
  if (age === null) return ''
  const at = BANDS.findIndex((first) => age < first)
  return AGE_BANDS[at === -1 ? BANDS.length : at] ?? ''
}
