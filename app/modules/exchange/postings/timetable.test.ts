import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesOf, timeText } from './timetable.ts'

test('a time is read as it is written, and nothing else is a time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      expect(minutesOf(timeText(minutes))).toBe(minutes)
    }),
  )
  expect(minutesOf('8：05')).toBe(485)
  for (const wrong of ['', '24:00', '8', '08:60', '-1:00', '8:5']) expect(minutesOf(wrong)).toBeNull()
})
