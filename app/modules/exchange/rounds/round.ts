/**
 * A round 轮次: one county's exchange of one school year. Schools list what they need; the county signs off and locks; teachers
 * volunteer; points can be contested; who goes where is planned and decided. Clause: policy-source 二(三)3.
 */
import { addDays, addMonths, type PlainDate, schoolYearStart } from '#app/platform/dates.ts'

export const ROUND_STATES = ['needs', 'volunteering', 'contest', 'matching', 'decided'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** The last day of each window. */
export type RoundWindows = { needsUntil: PlainDate; volunteersUntil: PlainDate; contestUntil: PlainDate }

export type RoundFacts = RoundWindows & { schoolYear: number; state: RoundState }

export type RoundRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'not_a_county'
  | 'same_round'
  | 'year_over'
  | 'windows_order'
  | 'windows_past'
  | 'windows_late'
  | 'changed_meanwhile'
  | 'no_needs'
  | 'wrong_state'
  | 'has_volunteers'
  | 'round_kept'
  | 'window_open'
  | 'unanswered'

/** What is wrong with a round's windows: each ends after the one before, and all before the postings' school year ends. */
export function windowsProblem(
  { needsUntil, volunteersUntil, contestUntil }: RoundWindows,
  schoolYear: number,
): RoundRefusal | null {
  if (needsUntil >= volunteersUntil || volunteersUntil >= contestUntil) return 'windows_order'
  return contestUntil >= schoolYearStart(schoolYear + 1) ? 'windows_late' : null
}

/** Why a new round cannot be opened today. */
export function openingProblem(
  windows: RoundWindows,
  schoolYear: number,
  today: PlainDate,
): RoundRefusal | null {
  if (today >= schoolYearStart(schoolYear + 1)) return 'year_over'
  return windows.needsUntil < today ? 'windows_past' : windowsProblem(windows, schoolYear)
}

export type Need = {
  stage: string
  validFrom: PlainDate
  /** The first day after it. */
  validTo: PlainDate
}

export type NeedRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'needs_locked'
  | 'window_over'
  | 'host_elsewhere'
  | 'not_a_school'
  | 'stage_not_here'
  | 'ends_before_start'
  | 'outside_school_year'
  | 'too_long'
  | 'same_need'
  | 'changed_meanwhile'

/** Whether needs may be written now: schools until the window's last day, the county until it signs off. */
export function needsClosed(
  { state, needsUntil }: RoundFacts,
  isCounty: boolean,
  today: PlainDate,
): NeedRefusal | null {
  if (state !== 'needs') return 'needs_locked'
  return !isCounty && today > needsUntil ? 'window_over' : null
}

/** What is wrong with the dates of a need; `mostMonths` is the longest posting that the county allows. */
export function needProblem(need: Need, schoolYear: number, mostMonths: number): NeedRefusal | null {
  const { validFrom, validTo } = need
  if (validTo <= validFrom) return 'ends_before_start'
  if (validFrom < schoolYearStart(schoolYear) || validFrom >= schoolYearStart(schoolYear + 1))
    return 'outside_school_year'
  return validTo > addMonths(validFrom, mostMonths) ? 'too_long' : null
}

/** The window that runs, and its last day; null once all are over. */
export function windowOf(round: RoundFacts): { state: RoundState; until: PlainDate } | null {
  if (round.state === 'needs') return { state: 'needs', until: round.needsUntil }
  if (round.state === 'volunteering') return { state: 'volunteering', until: round.volunteersUntil }
  return round.state === 'contest' ? { state: 'contest', until: round.contestUntil } : null
}

/** Windows as they are usually set: three weeks each, from tomorrow on. */
export function usualWindows(today: PlainDate): RoundWindows {
  const after = (weeks: number) => addDays(today, weeks * 7)
  return { needsUntil: after(3), volunteersUntil: after(6), contestUntil: after(7) }
}
