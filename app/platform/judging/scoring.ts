/**
 * What experts' scores add up to: the mean of what is left when the highest and the lowest are taken off. Pure, and exact: hundredths in,
 * hundredths out.
 */

export type Scored =
  /** Hundredths of a point; `trimmed` are those that were taken off. */
  | { state: 'scored'; mean: number; counted: readonly number[]; trimmed: readonly number[] }
  /** So many experts are missing. */
  | { state: 'too_few'; missing: number }

/**
 * `scores`: hundredths of a point, of experts without a conflict of interest. `trim`: how many are taken off at each end, as long as
 * the least number of scores is left to count. Halves are rounded up.
 */
export function scoreOf(scores: readonly number[], least: number, trim: number): Scored {
  if (scores.length < least) return { state: 'too_few', missing: least - scores.length }
  const sorted = [...scores].sort((one, other) => one - other)
  const off = Math.max(0, Math.min(trim, Math.floor((sorted.length - least) / 2)))
  const counted = sorted.slice(off, sorted.length - off)
  const trimmed = [...sorted.slice(0, off), ...sorted.slice(sorted.length - off)]
  const sum = counted.reduce((total, one) => total + one, 0)
  return {
    state: 'scored',
    mean: Math.floor((2 * sum + counted.length) / (2 * counted.length)),
    counted,
    trimmed,
  }
}

/** An expert judges neither themselves nor whoever is of a school at which they have a post. */
export type ExpertTies = { personId: string | null; schoolIds: readonly string[] }
export type FoundConflict = 'self' | 'own_school'
/** `declared` is the expert's own word. */
export type Conflict = FoundConflict | 'declared'

export function conflictOf(
  expert: ExpertTies,
  applicant: { personId: string; schoolId: string },
): FoundConflict | null {
  if (expert.personId === applicant.personId) return 'self'
  return expert.schoolIds.includes(applicant.schoolId) ? 'own_school' : null
}
