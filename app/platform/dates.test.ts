/** The laws of plain dates, half-open periods and school years. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  fullYearsBetween,
  isPlainDate,
  type Period,
  schoolYearOf,
  schoolYearStart,
  termOf,
} from './dates.ts'

const day = fc.integer({ min: -40_000, max: 60_000 }).map((days) => addDays('2000-01-01', days))
const _period: fc.Arbitrary<Period> = fc.record({
  validFrom: day,
  validTo: fc.option(day, { nil: null, freq: 4 }),
})

describe('a plain date', () => {
  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isPlainDate(text)).toBe(true)
  })

  test.each([
    '',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-01-01',
    '2024-1-1',
    '20240101',
    '2024-01-01T00:00',
    ' 2024-01-01',
    '２０２４-01-01',
  ])('%j is none', (text) => {
    expect(isPlainDate(text)).toBe(false)
  })

  test('adding days and counting them are inverse', () => {
    fc.assert(fc.property(day, day, (a, b) => addDays(a, daysBetween(a, b)) === b))
  })

  test('every result is again a date, and text order is day order', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 600 }), (from, count) => {
        for (const later of [addDays(from, count), addMonths(from, count), addYears(from, count % 100)]) {
          expect(isPlainDate(later)).toBe(true)
          expect(later >= from).toBe(true)
          expect(daysBetween(from, later) >= 0).toBe(true)
        }
      }),
    )
  })

  test('the last day of a month stays a last day when the next is shorter', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  })

  test('a year is full on the anniversary, not the day before', () => {
    expect(fullYearsBetween('1990-09-01', '2026-08-31')).toBe(35)
    expect(fullYearsBetween('1990-09-01', '2026-09-01')).toBe(36)
    expect(fullYearsBetween('2026-09-01', '1990-09-01')).toBe(-36)
    expect(fullYearsBetween('2026-09-01', '2026-08-31')).toBe(0)
  })

  test('n full years have passed exactly from the n-th anniversary on', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (from, years) => {
        const anniversary = addYears(from, years)
        expect(fullYearsBetween(from, anniversary)).toBe(years)
        if (years > 0) expect(fullYearsBetween(from, addDays(anniversary, -1))).toBe(years - 1)
      }),
    )
  })
})

describe('a school year', () => {
  test.each([
    ['2026-08-31', 2025, 'spring'],
    ['2026-09-01', 2026, 'autumn'],
    ['2026-12-31', 2026, 'autumn'],
    ['2027-01-31', 2026, 'autumn'],
    ['2027-02-01', 2026, 'spring'],
  ])('%s lies in %i, %s term', (date, schoolYear, season) => {
    expect(schoolYearOf(date)).toBe(schoolYear)
    expect(termOf(date)).toEqual({ schoolYear, season })
  })

  test('holds each of its days between its start and the next', () => {
    fc.assert(
      fc.property(day, (date) => {
        const year = schoolYearOf(date)
        expect(schoolYearStart(year) <= date && date < schoolYearStart(year + 1)).toBe(true)
      }),
    )
  })
})
