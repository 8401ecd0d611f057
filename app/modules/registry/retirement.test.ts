/** The published tables of the 2024 decision, and what must hold for every birth date. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/platform/dates.ts'
import { RETIREMENT_STEPS_2025, type RetirementCategory, retirementOf } from './retirement.ts'

const groups: { sex: '1' | '2'; category: RetirementCategory }[] = [
  { sex: '1', category: 'cadre' },
  { sex: '1', category: 'worker' },
  { sex: '2', category: 'cadre' },
  { sex: '2', category: 'worker' },
]
const birthDate = fc.integer({ min: 0, max: 25_000 }).map((days) => addDays('1940-01-01', days))

describe.each<[born: string, years: number, months: number, delayed: number, date: string]>([
  ['1964-12-31', 60, 0, 0, '2024-12-31'],
  ['1965-01-01', 60, 1, 1, '2025-02-01'],
  ['1965-04-30', 60, 1, 1, '2025-05-30'],
  ['1965-05-01', 60, 2, 2, '2025-07-01'],
  ['1970-06-15', 61, 5, 17, '2031-11-15'],
  ['1976-08-20', 62, 11, 35, '2039-07-20'],
  ['1976-09-01', 63, 0, 36, '2039-09-01'],
  ['1990-03-08', 63, 0, 36, '2053-03-08'],
])('a man born %s', (born, ageYears, ageMonths, delayedMonths, date) => {
  test.each(['cadre', 'worker'] as const)('as a %s', (category) => {
    expect(retirementOf({ birthDate: born, sex: '1', category })).toEqual({
      date,
      ageYears,
      ageMonths,
      delayedMonths,
    })
  })
})

test.each<[RetirementCategory, string, number, number, number, string]>([
  ['cadre', '1969-12-31', 55, 0, 0, '2024-12-31'],
  ['cadre', '1970-01-10', 55, 1, 1, '2025-02-10'],
  ['cadre', '1981-08-31', 57, 11, 35, '2039-07-31'],
  ['cadre', '1981-09-01', 58, 0, 36, '2039-09-01'],
  ['worker', '1974-12-31', 50, 0, 0, '2024-12-31'],
  ['worker', '1975-01-10', 50, 1, 1, '2025-02-10'],
  ['worker', '1975-03-10', 50, 2, 2, '2025-05-10'],
  ['worker', '1984-10-31', 54, 11, 59, '2039-09-30'],
  ['worker', '1984-11-01', 55, 0, 60, '2039-11-01'],
])('a woman %s born %s', (category, born, ageYears, ageMonths, delayedMonths, date) => {
  expect(retirementOf({ birthDate: born, sex: '2', category })).toEqual({
    date,
    ageYears,
    ageMonths,
    delayedMonths,
  })
})

test('nobody who is younger retires earlier, and the age stays between the two of the table', () => {
  fc.assert(
    fc.property(birthDate, fc.nat(4000), fc.constantFrom(...groups), (born, days, group) => {
      const older = retirementOf({ ...group, birthDate: born })
      const younger = retirementOf({ ...group, birthDate: addDays(born, days) })
      expect(younger.date >= older.date).toBe(true)
      const step = RETIREMENT_STEPS_2025.steps.find(
        (s) => s.sex === group.sex && s.category === group.category,
      )
      const age = older.ageYears * 12 + older.ageMonths
      expect(age).toBeGreaterThanOrEqual(step?.formerAgeMonths ?? Number.NaN)
      expect(age).toBeLessThanOrEqual(step?.finalAgeMonths ?? Number.NaN)
    }),
  )
})

test('another table is another answer', () => {
  const policy = {
    ...RETIREMENT_STEPS_2025,
    steps: RETIREMENT_STEPS_2025.steps.map((step) => ({ ...step, finalAgeMonths: step.formerAgeMonths })),
  }
  expect(retirementOf({ birthDate: '1990-01-01', sex: '1', category: 'cadre' }, policy).ageYears).toBe(60)
  expect(() =>
    retirementOf({ birthDate: '1990-01-01', sex: '1', category: 'cadre' }, { ...policy, steps: [] }),
  ).toThrow(RangeError)
})
