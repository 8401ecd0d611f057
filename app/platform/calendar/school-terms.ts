/** When schools teach 校历: the terms that are told, and days outside them. Pure. */
import { addDays, type PlainDate, schoolYearStart, type Term, termOf } from '#app/platform/dates.ts'

/** Both days are of it. */
export type SchoolTerm = Term & { firstDay: PlainDate; lastDay: PlainDate }

export type TermProblem = 'ends_before_start' | 'outside_half_year'

/** How far a term may reach beyond its half of the school year, which begins on 1 September or 1 February. */
const LEEWAY = 31

/** What speaks against the days of a term. */
export function termProblem({ schoolYear, season, firstDay, lastDay }: SchoolTerm): TermProblem | null {
  if (lastDay <= firstDay) return 'ends_before_start'
  const spring = `${schoolYear + 1}-02-01`
  const [from, to] =
    season === 'autumn' ? [schoolYearStart(schoolYear), spring] : [spring, schoolYearStart(schoolYear + 1)]
  const isWithin = firstDay >= addDays(from, -LEEWAY) && lastDay < addDays(to, LEEWAY)
  return isWithin ? null : 'outside_half_year'
}

/** The term of whose holidays a day is; null for a day on which schools teach, and where the term is not told. */
export function holidayOf(day: PlainDate, terms: readonly SchoolTerm[]): SchoolTerm | null {
  if (terms.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)) return null
  const { schoolYear, season } = termOf(day)
  return terms.find((one) => one.schoolYear === schoolYear && one.season === season) ?? null
}
