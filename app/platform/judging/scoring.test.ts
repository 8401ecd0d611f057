/** Scores of experts, trimmed at both ends. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictOf, scoreOf } from './scoring.ts'

const points = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 15 })

describe('scores', () => {
  test('are too few below the least', () => {
    expect(scoreOf([9_000, 8_000], 3, 1)).toEqual({ state: 'too_few', missing: 1 })
  })

  test('lose the highest and the lowest, as long as enough are left', () => {
    expect(scoreOf([9_000, 8_000, 7_000], 3, 1)).toMatchObject({ mean: 8_000, trimmed: [] })
    expect(scoreOf([10_000, 0, 8_000, 8_100, 8_200], 3, 1)).toMatchObject({
      mean: 8_100,
      trimmed: [0, 10_000],
    })
  })

  test('are not moved by one extreme, nor by their order', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 3 }), (scores, trim) => {
        const found = scoreOf(scores, 3, trim)
        if (found.state !== 'scored') throw new Error('too few')
        const { mean, counted, trimmed } = found
        expect([...counted, ...trimmed].sort((a, b) => a - b)).toEqual([...scores].sort((a, b) => a - b))
        expect(counted.length).toBeGreaterThanOrEqual(3)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...counted))
        expect(mean).toBeLessThanOrEqual(Math.max(...counted))
        expect(scoreOf([...scores].reverse(), 3, trim)).toEqual(found)
      }),
    )
  })
})

test('nobody judges themselves, or their own school', () => {
  const expert = { personId: 'p', schoolIds: ['s'] }
  const of = (personId: string, schoolId: string) => conflictOf(expert, { personId, schoolId })
  expect([of('p', 'x'), of('q', 's'), of('q', 'x')]).toEqual(['self', 'own_school', null])
})
