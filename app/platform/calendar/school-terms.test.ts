import { describe, expect, test } from 'vitest'
import { holidayOf, type SchoolTerm, termProblem } from './school-terms.ts'

const autumn: SchoolTerm = {
  ...{ schoolYear: 2026, season: 'autumn', firstDay: '2026-08-31', lastDay: '2027-01-22' },
}
const spring: SchoolTerm = {
  ...{ schoolYear: 2026, season: 'spring', firstDay: '2027-02-22', lastDay: '2027-07-02' },
}

describe('a day', () => {
  test.each([
    ['2026-08-30', null], // of a term that is not told
    ['2026-08-31', null], // taught, though the school year begins a day later
    ['2027-01-22', null],
    ['2027-01-23', autumn],
    ['2027-02-01', spring],
    ['2027-02-21', spring],
    ['2027-02-22', null],
    ['2027-07-03', spring],
    ['2027-09-01', null],
  ])('%s is free of the holidays of %o or taught', (day, term) => {
    expect(holidayOf(day, [autumn, spring])).toEqual(term)
  })
})

test.each([
  [autumn, null],
  [spring, null],
  [{ ...spring, lastDay: '2027-02-22' }, 'ends_before_start'],
  [{ ...spring, firstDay: '2026-12-01' }, 'outside_half_year'],
  [{ ...autumn, schoolYear: 2025 }, 'outside_half_year'],
])('the term %o: %s', (term, problem) => expect(termProblem(term)).toBe(problem))
