/** Days of a repeated activity. */
import { describe, expect, test } from 'vitest'
import { daysOf } from './repeat.ts'

describe('a repeated activity', () => {
  test('is on every second week until the day, that day among them', () => {
    const found = daysOf('2026-09-01', { kind: 'weekly', everyWeeks: 2, until: '2026-09-29' }, 60)
    expect(found).toEqual({ ok: true, days: ['2026-09-01', '2026-09-15', '2026-09-29'] })
  })
  test('is on each day of a list once, in order', () => {
    const days = ['2026-10-12', '2026-09-08', '2026-10-12']
    expect(daysOf('2026-09-01', { kind: 'days', days }, 60)).toEqual({
      ok: true,
      days: ['2026-09-01', '2026-09-08', '2026-10-12'],
    })
  })
  test('of ten years is refused, not cut off; nor does it end before it begins', () => {
    const weekly = (until: string) => daysOf('2026-09-01', { kind: 'weekly', everyWeeks: 1, until }, 60)
    expect(weekly('2036-09-01')).toEqual({ ok: false, problem: 'too_many' })
    expect(weekly('2026-08-31')).toEqual({ ok: false, problem: 'ends_before' })
    expect(daysOf('2026-09-01', { kind: 'days', days: [] }, 60)).toEqual({ ok: false, problem: 'no_days' })
  })
})
