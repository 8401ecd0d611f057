/** Working days: holidays and make-up days of known years, weekends of others, and what is told otherwise. */
import { describe, expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, isYearKnown } from './working-days.ts'

const none = new Map<string, boolean>()

describe('a day', () => {
  test.each([
    ['2026-10-01', false],
    ['2026-10-10', true],
    ['2026-02-14', true],
    ['2026-11-28', false],
    ['2026-11-30', true],
  ])('%s is worked: %s', (day, answer) => expect(isWorkingDay(day, none)).toBe(answer))

  test('is what a document says of it, whatever the calendar has', () => {
    expect(isWorkingDay('2031-01-01', none)).toBe(true)
    expect(isWorkingDay('2031-01-01', new Map([['2031-01-01', false]]))).toBe(false)
    expect(isWorkingDay('2026-10-01', new Map([['2026-10-01', true]]))).toBe(true)
  })
})

test('of a year that nobody has announced yet it is known that it is not', () => {
  expect(isYearKnown(2026)).toBe(true)
  expect(isYearKnown(2040)).toBe(false)
})

test.each([
  ['2026-09-29', 0, '2026-09-29'],
  ['2026-09-29', 1, '2026-09-30'],
  // National Day runs from 1 to 7 October; 10 October, a Saturday, is worked.
  ['2026-09-29', 2, '2026-10-08'],
  ['2026-09-29', 5, '2026-10-12'],
  ['2026-11-27', 5, '2026-12-04'],
])('%s and %s working days are %s', (from, count, day) => {
  expect(addWorkingDays(from, count, none)).toBe(day)
})
