/**
 * A posting 交流任职: one person at a host school from a day to a day. What can be done with it, and why not. Clause: policy-source
 * 二(三)3.
 */
import { addDays, addMonths, type PlainDate } from '#app/platform/dates.ts'

export const ASSESSMENT_KINDS = ['midterm', 'final'] as const
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number]

export const GRADES = ['excellent', 'qualified', 'basically_qualified', 'unqualified'] as const
export type Grade = (typeof GRADES)[number]

export const EARLY_REASONS = ['early_return', 'illness'] as const
export type EarlyReason = (typeof EARLY_REASONS)[number]

/** Why its end is another than planned, as this room says it; the registry's reasons for the end of a service are besides. */
export const OTHER_ENDS = [...EARLY_REASONS, 'extended', 'cancelled'] as const

export const PHASES = ['ahead', 'in_force', 'over', 'cancelled'] as const
export type Phase = (typeof PHASES)[number]

export type PostingTerm = {
  validFrom: PlainDate
  /** The first day after it. */
  validTo: PlainDate
  isCancelled: boolean
}

export type PostingRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'changed_meanwhile'
  | 'wrong_phase'
  | 'own_posting'
  | 'ends_before_start'
  | 'not_earlier'
  | 'not_later'
  | 'too_long'
  | 'overlaps'
  | 'arrived_already'
  | 'not_arrived'
  | 'outside_posting'
  | 'day_ahead'
  | 'assessed_already'
  | 'final_too_early'
  | 'transferred'

/** Where the day stands to the posting. */
export function phaseOf({ validFrom, validTo, isCancelled }: PostingTerm, today: PlainDate): Phase {
  if (isCancelled) return 'cancelled'
  if (today < validFrom) return 'ahead'
  return today < validTo ? 'in_force' : 'over'
}

/** An early return: the last day lies in the posting, and before its end as it stands. */
export function earlyEndProblem(
  term: PostingTerm,
  lastDay: PlainDate,
  today: PlainDate,
): PostingRefusal | null {
  const phase = phaseOf(term, today)
  if (phase === 'cancelled' || phase === 'over') return 'wrong_phase'
  if (lastDay < term.validFrom) return 'ends_before_start'
  return addDays(lastDay, 1) >= term.validTo ? 'not_earlier' : null
}

/** An extension: later than now, and no longer in all than a posting may be. */
export function extensionProblem(
  term: PostingTerm,
  lastDay: PlainDate,
  mostMonths: number,
  today: PlainDate,
): PostingRefusal | null {
  const phase = phaseOf(term, today)
  if (phase === 'cancelled' || phase === 'over') return 'wrong_phase'
  const validTo = addDays(lastDay, 1)
  if (validTo <= term.validTo) return 'not_later'
  return validTo > addMonths(term.validFrom, mostMonths) ? 'too_long' : null
}

/** Confirming arrival: on a day of the posting that has come. */
export function arrivalProblem(
  term: PostingTerm & { arrivedOn: PlainDate | null },
  day: PlainDate,
  today: PlainDate,
): PostingRefusal | null {
  if (term.arrivedOn) return 'arrived_already'
  return dayProblem(term, day, today)
}

/** A day about which something is written down: in the posting, and not ahead. */
export function dayProblem(term: PostingTerm, day: PlainDate, today: PlainDate): PostingRefusal | null {
  const phase = phaseOf(term, today)
  if (phase === 'cancelled' || phase === 'ahead') return 'wrong_phase'
  if (day > today) return 'day_ahead'
  return day < term.validFrom || day >= term.validTo ? 'outside_posting' : null
}

/** An assessment: of somebody who has arrived; the final one from so many days before the end on. */
export function assessmentProblem(
  term: PostingTerm & { arrivedOn: PlainDate | null },
  kind: AssessmentKind,
  finalDays: number,
  today: PlainDate,
): PostingRefusal | null {
  const phase = phaseOf(term, today)
  if (phase === 'cancelled' || phase === 'ahead') return 'wrong_phase'
  if (!term.arrivedOn) return 'not_arrived'
  return kind === 'final' && today < addDays(term.validTo, -finalDays) ? 'final_too_early' : null
}
