/** Clashes against brute force, on random calendars with repeats. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/platform/dates.ts'
import { type Booking, clashesOf } from './clash.ts'
import { daysOf } from './repeat.ts'

const HOUR = 3_600_000
const keys = fc.uniqueArray(fc.constantFrom('person:a', 'person:b', 'person:c', 'room:s:1', 'room:s:2'), {
  minLength: 1,
  maxLength: 3,
})

/** Repeated weekly, at an hour of its day. */
const series = fc
  .record({
    keys,
    day: fc.integer({ min: 0, max: 13 }),
    hour: fc.integer({ min: 8, max: 17 }),
    hours: fc.integer({ min: 1, max: 5 }),
    every: fc.integer({ min: 1, max: 3 }),
    weeks: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ keys: own, day, hour, hours, every, weeks }) => {
    const first = addDays('2026-09-01', day)
    const until = addDays(first, weeks * 7)
    const repeated = daysOf(first, { kind: 'weekly', everyWeeks: every, until }, 60)
    if (!repeated.ok) throw new Error(repeated.problem)
    return repeated.days.map((one) => {
      const from = Date.parse(`${one}T00:00:00+08:00`) + hour * HOUR
      return { keys: own, from, to: from + hours * HOUR }
    })
  })
const calendar = (name: string) =>
  fc
    .array(series, { maxLength: 6 })
    .map((all): Booking[] =>
      all.flat().map((one, at) => ({ id: `${name}${String(at).padStart(3, '0')}`, ...one })),
    )

/** Every pair, one by one. */
function bruteForce(wishes: readonly Booking[], bookings: readonly Booking[]): string[] {
  const found: string[] = []
  wishes.forEach((wish, at) => {
    for (const other of [...bookings, ...wishes.slice(at + 1)])
      for (const key of wish.keys)
        if (other.keys.includes(key) && wish.from < other.to && other.from < wish.to)
          found.push(
            [
              [wish.id, other.id].sort(),
              key,
              Math.max(wish.from, other.from),
              Math.min(wish.to, other.to),
            ].join(),
          )
  })
  return found.sort()
}

describe('clashes', () => {
  test('are those that brute force finds', () => {
    fc.assert(
      fc.property(calendar('w'), calendar('b'), (wishes, bookings) => {
        const found = clashesOf(wishes, bookings)
        expect(
          found
            .map(({ wished, booked, key, from, to }) => [[wished, booked].sort(), key, from, to].join())
            .sort(),
        ).toEqual(bruteForce(wishes, bookings))
        expect(found.every(({ wished }) => wished.startsWith('w'))).toBe(true)
        expect([...found].sort((a, b) => a.from - b.from)).toEqual(found)
      }),
      { numRuns: 300 },
    )
  })

  test('are none where one ends as the other begins', () => {
    const at = (id: string, from: number, to: number) => ({ id, keys: ['person:a'], from, to })
    expect(clashesOf([at('w', 2, 3)], [at('b', 1, 2), at('c', 3, 4)])).toEqual([])
  })
})
