/**
 * Statutory retirement date 法定退休日期 by birth date, sex and category, from a policy table.
 *
 * Source: 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定, 2024-09-13, in force 2025-01-01,
 * with the tables annexed to the State Council's measures. Whoever reached the former age earlier kept it.
 */
import { addMonths, type PlainDate } from '#app/platform/dates.ts'

/** 干部 (professional and management posts) or 工人 (worker posts): it matters for women only. */
export type RetirementCategory = 'cadre' | 'worker'

/** Codes of posts.ts and staff.ts that make somebody a worker. */
export const WORKER_POST = '4'
export const WORKER_STAFF = 'worker'

/** Which category a post makes: a worker post 工勤岗位; where the post is not known, the category of staff tells. */
export function categoryOf({
  postCategory,
  staffCategory,
}: {
  postCategory: string | null
  staffCategory: string | null
}): RetirementCategory {
  const isWorker = postCategory === null ? staffCategory === WORKER_STAFF : postCategory === WORKER_POST
  return isWorker ? 'worker' : 'cadre'
}

export type RetirementFacts = {
  birthDate: PlainDate
  /** GB/T 2261.1: 1 male, 2 female. */
  sex: '1' | '2'
  category: RetirementCategory
}

/** One line of the table: from which age to which, and how fast. Ages are in months. */
export type RetirementStep = {
  sex: '1' | '2'
  category: RetirementCategory
  formerAgeMonths: number
  finalAgeMonths: number
  /** The age rises by one month for every so many months that the former age is reached later. */
  monthsPerStep: number
}

export type RetirementPolicy = {
  source: string
  /** People who reach the former age before this day retire at the former age. */
  effectiveFrom: PlainDate
  steps: readonly RetirementStep[]
}

export type Retirement = {
  /** The day the statutory age is reached. */
  date: PlainDate
  ageYears: number
  ageMonths: number
  /** Months later than the former age. */
  delayedMonths: number
}

/** Sex and category of each line, in the order in which limits of birth dates are kept (`retirementLine` in SQL). */
export const RETIREMENT_LINES = [
  { sex: '1', category: 'cadre' },
  { sex: '1', category: 'worker' },
  { sex: '2', category: 'cadre' },
  { sex: '2', category: 'worker' },
] as const satisfies readonly Pick<RetirementStep, 'sex' | 'category'>[]

/** The national table in force since 2025: men 60 → 63, women cadres 55 → 58, women workers 50 → 55. */
export const RETIREMENT_STEPS_2025: RetirementPolicy = {
  source: '全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13)',
  effectiveFrom: '2025-01-01',
  steps: [
    { sex: '1', category: 'cadre', formerAgeMonths: 60 * 12, finalAgeMonths: 63 * 12, monthsPerStep: 4 },
    { sex: '1', category: 'worker', formerAgeMonths: 60 * 12, finalAgeMonths: 63 * 12, monthsPerStep: 4 },
    { sex: '2', category: 'cadre', formerAgeMonths: 55 * 12, finalAgeMonths: 58 * 12, monthsPerStep: 4 },
    { sex: '2', category: 'worker', formerAgeMonths: 50 * 12, finalAgeMonths: 55 * 12, monthsPerStep: 2 },
  ],
}

/** A person's retirement, as far as it is known: null without a birth date, or without one of the two sexes. */
export function retirementFor({
  birthDate,
  sex,
  category,
}: {
  birthDate: PlainDate | null
  sex: string
  category: RetirementCategory
}): Retirement | null {
  if (!birthDate || (sex !== '1' && sex !== '2')) return null
  return retirementOf({ birthDate, sex, category })
}

/** When the person reaches the statutory retirement age under the policy. Throws where the table has no line. */
export function retirementOf(
  facts: RetirementFacts,
  policy: RetirementPolicy = RETIREMENT_STEPS_2025,
): Retirement {
  const step = policy.steps.find((line) => line.sex === facts.sex && line.category === facts.category)
  if (!step) throw new RangeError(`no retirement age for sex ${facts.sex}, ${facts.category}`)

  const delayedMonths = delayOf(facts.birthDate, step, policy.effectiveFrom)
  const age = step.formerAgeMonths + delayedMonths
  return {
    date: addMonths(facts.birthDate, age),
    ageYears: Math.floor(age / 12),
    ageMonths: age % 12,
    delayedMonths,
  }
}

/** The published table goes by the month of birth: the first months after the start already wait one month. */
function delayOf(birthDate: PlainDate, step: RetirementStep, effectiveFrom: PlainDate): number {
  const monthsLate = monthNumber(birthDate) + step.formerAgeMonths - monthNumber(effectiveFrom)
  if (monthsLate < 0) return 0
  const delay = Math.floor(monthsLate / step.monthsPerStep) + 1
  return Math.min(delay, step.finalAgeMonths - step.formerAgeMonths)
}

function monthNumber(date: PlainDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}
