import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesOf, overlap, timeText } from './timetable.ts'

test('a time is read as it is written, and nothing else is a time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      expect(minutesOf(timeText(minutes))).toBe(minutes)
    }),
  )
  expect(minutesOf('8：05')).toBe(485)
  for (const wrong of ['', '24:00', '8', '08:60', '-1:00', '8:5']) expect(minutesOf(wrong)).toBeNull()
})

test('hours that touch do not overlap; it is the same from both sides', () => {
  const one = { weekday: 1, startsAt: 480, endsAt: 540 }
  expect(overlap(one, { ...one, startsAt: 540, endsAt: 600 })).toBe(false)
  expect(overlap(one, { ...one, startsAt: 530, endsAt: 600 })).toBe(true)
  expect(overlap(one, { ...one, weekday: 2 })).toBe(false)
  const hours = fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.nat(20), fc.integer({ min: 1, max: 20 }))
    .map(([weekday, startsAt, length]) => ({ weekday, startsAt, endsAt: startsAt + length }))
  fc.assert(fc.property(hours, hours, (a, b) => overlap(a, b) === overlap(b, a)))
})
