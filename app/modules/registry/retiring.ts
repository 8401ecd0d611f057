/** The retirement rule turned round: who was born when reaches the statutory age in a given time. */
import { addDays, addYears, type PlainDate } from '#app/platform/dates.ts'
import {
  RETIREMENT_STEPS_2025,
  type RetirementCategory,
  type RetirementPolicy,
  retirementOf,
} from './retirement.ts'

/** Birth dates from `bornFrom` on, before `bornBefore`, of one line of the table. */
export type BirthRange = {
  sex: '1' | '2'
  category: RetirementCategory
  bornFrom: PlainDate
  bornBefore: PlainDate
}

const oldest = 120

/**
 * For each line of the policy, the birth dates whose statutory retirement day lies in [from, before). The later born
 * never retire earlier, so each line is one range, found by halving. A list can then go by an index on birth dates.
 */
export function bornToRetire(
  from: PlainDate,
  before: PlainDate,
  policy: RetirementPolicy = RETIREMENT_STEPS_2025,
): BirthRange[] {
  return policy.steps.map(({ sex, category }) => {
    const firstFrom = (day: PlainDate) =>
      firstBirth(day, (birthDate) => retirementOf({ birthDate, sex, category }, policy).date)
    return { sex, category, bornFrom: firstFrom(from), bornBefore: firstFrom(before) }
  })
}

/** The first birth date whose retirement day is `day` or later. */
function firstBirth(day: PlainDate, retires: (birthDate: PlainDate) => PlainDate): PlainDate {
  const start = addYears(day, -oldest)
  let low = 0
  let high = oldest * 366
  while (low < high) {
    const middle = (low + high) >> 1
    if (retires(addDays(start, middle)) >= day) high = middle
    else low = middle + 1
  }
  return addDays(start, low)
}
