/** A staff at a glance: how old who is, and how many reach the statutory age in each of the coming years. */
import { fullYearsBetween, type PlainDate } from '#app/platform/dates.ts'
import { type RetirementCategory, retirementFor } from './retirement.ts'

/** People of one sex, category and month of birth (its first day; null: not known). */
export type BirthCount = {
  sex: string
  category: RetirementCategory
  bornIn: PlainDate | null
  count: number
}

export const FORECAST_YEARS = 10

/** Ages from, in steps of five; the first and the last are open. */
const AGE_STEPS = [0, 25, 30, 35, 40, 45, 50, 55, 60] as const

export type AgeBand = { from: number; to: number | null; men: number; women: number }

/** Men and women by age on the day, youngest first. Who has no birth date, or neither sex, is in none. */
export function ageBandsOf(births: readonly BirthCount[], day: PlainDate): AgeBand[] {
  const bands = AGE_STEPS.map((from, at): AgeBand => {
    const next = AGE_STEPS[at + 1]
    return { from, to: next === undefined ? null : next - 1, men: 0, women: 0 }
  })
  for (const { sex, bornIn, count } of births) {
    if (!bornIn) continue
    const age = fullYearsBetween(bornIn, day)
    const band = bands.findLast(({ from }) => age >= from)
    if (band && sex === '1') band.men += count
    if (band && sex === '2') band.women += count
  }
  return bands
}

export type RetiringYear = { year: number; men: number; women: number }

/**
 * Who reaches the statutory age in each calendar year from the day's on, by the policy in force; who is past it already is
 * counted in the first. A month of birth is enough: the table goes by months.
 */
export function retiringByYear(births: readonly BirthCount[], day: PlainDate): RetiringYear[] {
  const first = Number(day.slice(0, 4))
  const years = Array.from({ length: FORECAST_YEARS }, (_, at) => ({ year: first + at, men: 0, women: 0 }))
  for (const { sex, category, bornIn, count } of births) {
    const on = retirementFor({ sex, category, birthDate: bornIn })?.date
    if (!on) continue
    const at = Math.max(0, Number(on.slice(0, 4)) - first)
    const year = years[at]
    if (year && sex === '1') year.men += count
    if (year && sex === '2') year.women += count
  }
  return years
}

/** How many are left out of both, because their birth date or sex is not known. */
export function unknownIn(births: readonly BirthCount[]): number {
  return births
    .filter(({ sex, bornIn }) => !bornIn || (sex !== '1' && sex !== '2'))
    .reduce((sum, { count }) => sum + count, 0)
}
