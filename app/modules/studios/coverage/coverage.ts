/**
 * Whether outreach reaches those who need it: rural, weak and small schools, the visits each got over the last terms against what it
 * needs. Pure. Clause: policy-source 二(三)2; domain.md §4.
 */
import { type PlainDate, schoolYearStart, type Term, termOf } from '#app/platform/dates.ts'

export const NEEDY_KINDS = ['rural', 'weak', 'small'] as const
export type NeedyKind = (typeof NEEDY_KINDS)[number]

/** From its first day to the day after its last: the spring term lasts until the next school year. */
export type TermSpan = Term & { from: PlainDate; to: PlainDate }

export function spanOf({ schoolYear, season }: Term): TermSpan {
  const spring = `${schoolYear + 1}-02-01`
  const [from, to] =
    season === 'autumn' ? [schoolYearStart(schoolYear), spring] : [spring, schoolYearStart(schoolYear + 1)]
  return { schoolYear, season, from, to }
}

export function termAfter({ schoolYear, season }: Term): TermSpan {
  return spanOf(
    season === 'autumn' ? { schoolYear, season: 'spring' } : { schoolYear: schoolYear + 1, season: 'autumn' },
  )
}

function termBefore({ schoolYear, season }: Term): TermSpan {
  return spanOf(
    season === 'spring' ? { schoolYear, season: 'autumn' } : { schoolYear: schoolYear - 1, season: 'spring' },
  )
}

/** The term of the day and those before it, the oldest first. */
export function termsUntil(day: PlainDate, count: number): TermSpan[] {
  const terms = [spanOf(termOf(day))]
  while (terms.length < count) terms.unshift(termBefore(terms[0] as TermSpan))
  return terms
}

/** A whole number of visits; more than is needed counts as nothing missing. */
export function missingOf({ got, terms, aTerm }: { got: number; terms: number; aTerm: number }): number {
  return Math.max(terms * aTerm - got, 0)
}

/** How warm a cell of the heat table is: nothing, some, enough. */
export function heatOf(visits: number, enough: number): 0 | 1 | 2 | 3 {
  if (visits === 0) return 0
  return visits >= enough ? 3 : visits * 2 >= enough ? 2 : 1
}
