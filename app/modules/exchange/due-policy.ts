/** One place's settings turned into the few dates and lists that a query compares: a row of its policy table. */
import { bornToRetire, latestStart, RETIREMENT_LINES } from '#app/modules/registry/index.ts'
import { addDays, addYears, type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import { backboneHonours } from './backbone.ts'
import { type ExchangePolicies, stagesOf, titlesOf } from './eligibility-policy.ts'
import { countingForms } from './rounds/form-policy.ts'

/** Before which birth date somebody is past an age, by RETIREMENT_LINES. */
export type BirthLimits = readonly PlainDate[]

export type DuePolicyRow = {
  school_year: number
  /** County, zone, or the prefecture for what stands directly below it. */
  place_id: string
  day: PlainDate
  public_only: boolean
  established_only: boolean
  stages: readonly string[]
  titles: readonly string[]
  /** Who came to the school by then has served long enough. */
  served_by: PlainDate
  /** The same a year earlier: who came between the two is newly due. */
  served_by_before: PlainDate
  led_by: PlainDate
  led_by_before: PlainDate
  counts_months: number
  counts_forms: readonly string[]
  backbone: readonly string[]
  /** Retired by the day, by its school year's end, and too near to it. */
  born_retired: BirthLimits
  born_retiring: BirthLimits
  born_near: BirthLimits
}

/** The row of one place and school year. The settings are those that hold on its first day. */
export function duePolicyRow(
  place_id: string,
  school_year: number,
  policies: ExchangePolicies,
): DuePolicyRow {
  const day = schoolYearStart(school_year)
  const before = schoolYearStart(school_year - 1)
  const number = (key: Parameters<ExchangePolicies['use']>[0]) => Number(policies.use(key).value)
  const years = number('exchange.years_at_school')
  const leaderYears = number('exchange.leader_years_at_school')
  return {
    school_year,
    place_id,
    day,
    public_only: policies.use('exchange.public_only').value,
    established_only: policies.use('exchange.establishment_only').value,
    stages: stagesOf(policies.use('exchange.stages').value),
    titles: titlesOf(policies.use('exchange.title_from').value),
    served_by: latestStart(day, years),
    served_by_before: latestStart(before, years),
    led_by: latestStart(day, leaderYears),
    led_by_before: latestStart(before, leaderYears),
    counts_months: number('exchange.counts_months'),
    counts_forms: countingForms(policies),
    backbone: backboneHonours(policies.use('exchange.backbone_from').value),
    born_retired: bornBefore(day, 0, 1),
    born_retiring: bornBefore(schoolYearStart(school_year + 1), 0, 1),
    born_near: bornBefore(day, number('exchange.years_before_retirement'), 0),
  }
}

/**
 * By line of the retirement table, the birth date from which on people retire on or after the day `years` later; with
 * `late` 1 only those after it. The later born never retire earlier, so one date a line says it all.
 */
function bornBefore(day: PlainDate, years: number, late: 0 | 1): BirthLimits {
  const limit = addDays(addYears(day, years), late)
  const ranges = bornToRetire(limit, limit)
  return RETIREMENT_LINES.map(
    ({ sex, category }) =>
      ranges.find((one) => one.sex === sex && one.category === category)?.bornFrom ?? limit,
  )
}
