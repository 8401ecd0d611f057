/** The ranges hold exactly those whom the rule retires in that time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '#app/platform/dates.ts'
import { retirementOf } from './retirement.ts'
import { bornToRetire } from './retiring.ts'

const days = (from: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((days) => addDays(from, days))

test('a birth date is in the range exactly when the rule retires it in that time', () => {
  fc.assert(
    fc.property(
      days('2024-01-01', 7000),
      fc.integer({ min: 1, max: 24 }),
      days('1955-01-01', 12_000),
      (from, months, birthDate) => {
        const before = addMonths(from, months)
        for (const { sex, category, bornFrom, bornBefore } of bornToRetire(from, before)) {
          const { date } = retirementOf({ birthDate, sex, category })
          expect(birthDate >= bornFrom && birthDate < bornBefore).toBe(date >= from && date < before)
        }
      },
    ),
  )
})

test('has one range a line of the table', () => {
  expect(bornToRetire('2026-11-23', '2027-02-23')).toHaveLength(4)
})
