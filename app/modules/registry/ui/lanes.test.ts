/** The scale and the stretches of a person's units. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/platform/dates.ts'
import { mergeUnits, percentAt, scaleOf, stretchesOf, ticksOf, type UnitPeriod } from './lanes.ts'

const day = '2026-11-23'

/** Histories without gaps or overlaps, the last one open. */
const history = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.constantFrom('a', 'b', null)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => {
    let from = '1990-07-01'
    return parts.map(([days, unitId], index): UnitPeriod => {
      const validFrom = from
      from = addDays(from, days)
      return { unitId, validFrom, validTo: index === parts.length - 1 ? null : from }
    })
  })

describe('lanes', () => {
  test('neighbouring periods of one unit are one stretch; gaps and other units part them', () => {
    const merged = mergeUnits([
      { unitId: 'a', validFrom: '2010-09-01', validTo: '2015-09-01' },
      { unitId: 'a', validFrom: '2015-09-01', validTo: '2018-09-01' },
      { unitId: 'b', validFrom: '2018-09-01', validTo: '2020-09-01' },
      { unitId: 'b', validFrom: '2021-09-01', validTo: null },
    ])
    expect(merged).toEqual([
      { unitId: 'a', validFrom: '2010-09-01', validTo: '2018-09-01' },
      { unitId: 'b', validFrom: '2018-09-01', validTo: '2020-09-01' },
      { unitId: 'b', validFrom: '2021-09-01', validTo: null },
    ])
  })

  test('stretches lie inside the scale, one after the other, and at most one holds on the day', () => {
    fc.assert(
      fc.property(history, (periods) => {
        const scale = scaleOf(periods, day)
        if (!scale) throw new Error('a history has a scale')
        const stretches = stretchesOf(periods, scale, day)
        let end = 0
        for (const { start, length } of stretches) {
          expect(start).toBeGreaterThanOrEqual(end - 0.011)
          end = start + length
          expect(end).toBeLessThanOrEqual(100.001)
        }
        expect(stretches.filter((one) => one.isNow).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('the scale reaches from the first day to the last that matters', () => {
    expect(scaleOf([{ validFrom: '2010-09-01', validTo: null }], day)).toEqual({
      from: '2010-09-01',
      to: day,
    })
    expect(scaleOf([{ validFrom: '2027-01-01', validTo: null }], day)?.to).toBe('2027-01-01')
    expect(scaleOf([], day)).toBeNull()
  })

  test('years are round and few', () => {
    const scale = { from: '1990-07-01', to: day }
    expect(ticksOf(scale).map((tick) => tick.label)).toEqual(['2000', '2010', '2020'])
    expect(percentAt(scale, '1990-07-01')).toBe(0)
    expect(percentAt(scale, day)).toBe(100)
  })
})
