/** Calendars draw whole weeks, every day once. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/platform/dates.ts'
import { addMonths, spanOf, weekOf, weeksOf } from './calendar.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count))

describe('a calendar', () => {
  test('of a month holds every day of it, in weeks from Monday', () => {
    fc.assert(
      fc.property(day, (one) => {
        const span = spanOf('month', one)
        const weeks = weeksOf(span)
        const days = weeks.flat()
        expect(weeks.every(([monday = '']) => weekOf(monday) === monday)).toBe(true)
        expect(days.every((each, at) => at === 0 || each === addDays(days[at - 1] ?? '', 1))).toBe(true)
        const month = one.slice(0, 7)
        const own = days.filter((each) => each.startsWith(month))
        expect(own[0]).toBe(`${month}-01`)
        expect(addDays(own[own.length - 1] ?? '', 1)).toBe(addMonths(`${month}-01`, 1))
        expect(weeks.length).toBeLessThanOrEqual(6)
      }),
    )
  })

  test('goes on where the one before ends, and back again', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('month', 'week', 'list'), (one, view) => {
        const { before, after } = spanOf(view, one)
        expect(spanOf(view, after).before <= one).toBe(true)
        expect(spanOf(view, spanOf(view, before).after)).toEqual(spanOf(view, one))
      }),
    )
  })

  test('knows the turn of the year', () => {
    expect([addMonths('2026-12-01', 1), addMonths('2026-01-01', -1)]).toEqual(['2027-01-01', '2025-12-01'])
    expect(spanOf('week', '2027-01-01')).toMatchObject({ first: '2026-12-28', end: '2027-01-04' })
  })
})
