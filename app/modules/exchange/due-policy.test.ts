/** Birth dates to compare with say the same as the retirement rule. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RETIREMENT_LINES, retirementFor } from '#app/modules/registry/index.ts'
import { addYears } from '#app/platform/dates.ts'
import { usualPolicies } from '#test/factories/exchange-policies.ts'
import { duePolicyRow } from './due-policy.ts'

const born = fc.integer({ min: 0, max: 20_000 }).map((at) => {
  return new Date(Date.UTC(1955, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)
})

describe('birth limits', () => {
  test('agree with the rule for every sex, category and year', () => {
    const any = fc.record({
      birthDate: born,
      sex: fc.constantFrom('1' as const, '2' as const),
      category: fc.constantFrom('cadre' as const, 'worker' as const),
      year: fc.integer({ min: 2022, max: 2040 }),
    })
    fc.assert(
      fc.property(any, ({ year, ...person }) => {
        const row = duePolicyRow('here', year, usualPolicies)
        const line = RETIREMENT_LINES.findIndex(
          ({ sex, category }) => sex === person.sex && category === person.category,
        )
        const date = retirementFor(person)?.date ?? ''
        expect(person.birthDate < (row.born_retired[line] ?? '')).toBe(date <= row.day)
        expect(person.birthDate < (row.born_near[line] ?? '')).toBe(date < addYears(row.day, 5))
        expect(person.birthDate < (row.born_retiring[line] ?? '')).toBe(date <= addYears(row.day, 1))
      }),
      { numRuns: 300 },
    )
  })
})
