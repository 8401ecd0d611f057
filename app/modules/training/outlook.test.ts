/** Who is on course, behind, or cannot make it any more. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trainingPoliciesWith } from '#test/factories/training.ts'
import { ageBandOf, OUTLOOKS, type OutlookFacts, outlookOf } from './outlook.ts'
import type { Requirement } from './requirement.ts'

const policies = trainingPoliciesWith()

function cycle(reached: number, given: Partial<Requirement> = {}): Requirement {
  const required = given.required ?? 3600
  return {
    ...{ code: 'cycle', role: 'everyone', policy: policies.use('training.hours_cycle') },
    ...{ from: '2026-01-01', until: '2031-01-01', required, reached },
    ...{ missing: Math.max(0, required - reached), isByTime: false },
    ...given,
  }
}

const look = (facts: Partial<OutlookFacts> & { cycle: Requirement }, today: string, with_ = policies) =>
  outlookOf({ novice: undefined, countedThisYear: 0, retiresOn: null, ...facts }, today, with_)

describe('an outlook', () => {
  test('goes by the time that is over', () => {
    expect(look({ cycle: cycle(0) }, '2026-01-01').state).toBe('on_course')
    // Half of the five years: 1,800 tenths, of which four fifths are enough.
    expect(look({ cycle: cycle(1450) }, '2028-07-01').state).toBe('on_course')
    expect(look({ cycle: cycle(1430) }, '2028-07-01').state).toBe('behind')
    expect(look({ cycle: cycle(3600) }, '2028-07-01').state).toBe('met')
  })

  test('is out of reach when the days that are left do not hold what is missing', () => {
    // 180 hours a year at most: half a year holds 90.
    expect(look({ cycle: cycle(2750) }, '2030-07-02').state).toBe('on_course')
    expect(look({ cycle: cycle(2600) }, '2030-07-02')).toEqual({ state: 'out_of_reach', why: 'time_left' })
    expect(look({ cycle: cycle(3590) }, '2031-01-01')).toEqual({ state: 'out_of_reach', why: 'time_left' })
  })

  test('says when the year’s limit alone stands in the way, or retiring does', () => {
    const limited = trainingPoliciesWith({ 'training.most_year': 80 })
    expect(look({ cycle: cycle(2000), countedThisYear: 0 }, '2030-01-01', limited)).toEqual({
      ...{ state: 'out_of_reach', why: 'year_limit' },
    })
    expect(look({ cycle: cycle(1400), retiresOn: '2029-03-01' }, '2028-07-01')).toEqual({
      ...{ state: 'out_of_reach', why: 'retires' },
    })
  })

  test('minds the first year of a new teacher', () => {
    const novice = (reached: number) =>
      cycle(reached, { code: 'novice', from: '2026-09-01', until: '2027-09-01', required: 1200 })
    const of = (reached: number, today: string) =>
      look({ cycle: cycle(reached, { from: '2026-09-01' }), novice: novice(reached) }, today)
    expect(of(0, '2026-09-01').state).toBe('on_course')
    expect(of(300, '2027-02-01').state).toBe('behind')
    expect(of(100, '2027-07-01')).toEqual({ state: 'out_of_reach', why: 'first_year' })
  })

  test('never gets worse by more hours, nor better by days alone', () => {
    const worse = (state: (typeof OUTLOOKS)[number]) => OUTLOOKS.indexOf(state)
    const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.nat(3600), fc.nat(600), fc.nat(1825), fc.nat(400), (reached, more, at, later) => {
        const now = look({ cycle: cycle(reached) }, day(at)).state
        expect(worse(look({ cycle: cycle(reached + more) }, day(at)).state)).toBeLessThanOrEqual(worse(now))
        const then = look({ cycle: cycle(reached) }, day(Math.min(1826, at + later))).state
        expect(worse(then)).toBeGreaterThanOrEqual(worse(now))
      }),
    )
  })

  test('age bands meet without a gap', () => {
    expect([22, 29, 30, 34, 35, 54, 55, 63].map(ageBandOf)).toEqual([
      ...['under_30', 'under_30', '30_34', '30_34', '35_39', '50_54', '55_over', '55_over'],
    ])
    expect(ageBandOf(null)).toBe('')
  })
})
