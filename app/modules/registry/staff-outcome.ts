/** What an act on a person answers: done, or the reason why not. The words are `registry.refused.<reason>`. */
import type { Outcome } from '#app/platform/acts/outcome.ts'

export const STAFF_REFUSALS = [
  /** Not there, or not in the actor's scope: the same answer. */
  'not_found',
  'not_allowed',
  /** Somebody else wrote since the form was opened. */
  'changed_meanwhile',
  /** A period of the kind already holds on some of these days. */
  'overlaps',
  'same_identity_number',
  'organisation_unknown',
  'organisation_closed',
  'not_in_service',
  'already_in_service',
  /** Something that begins on or after the day stands in the way; it has to be taken back first. */
  'later_change',
  /** What is to be changed begins on that very day: that is a correction. */
  'same_day',
  'nothing_changed',
  'period_unknown',
  'before_birth',
  'no_identity_number',
] as const
export type StaffRefusal = (typeof STAFF_REFUSALS)[number]

export type StaffOutcome = Outcome<{ personId: string; version: number }, StaffRefusal>
