import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { driftOf, type Judged, ranked } from './ranking.ts'

const rule = { blindShare: 60, least: 3, trim: 1 }
const scores = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 7 })
const judged = fc
  .array(
    fc.record({
      ...{ blind: scores, defence: scores },
      headSince: fc.constantFrom('2015-08-01', '2018-08-01', '2020-08-01'),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((all) => all.map((one, at): Judged => ({ id: String(at), ...one })))

const rankOf = (all: readonly Judged[], id: string) => ranked(all, rule).findIndex((one) => one.id === id)

describe('the ranking', () => {
  test('never goes down for a score that goes up', () => {
    fc.assert(
      fc.property(
        judged,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.integer({ min: 0, max: 5_000 }),
        (all, who, which, isBlind, more) => {
          const one = all[who % all.length] as Judged
          const raise = (given: readonly number[]) =>
            given.map((points, at) =>
              at === which % given.length ? Math.min(points + more, 10_000) : points,
            )
          const better = isBlind
            ? { ...one, blind: raise(one.blind) }
            : { ...one, defence: raise(one.defence) }
          const changed = all.map((other) => (other.id === one.id ? better : other))
          expect(rankOf(changed, one.id)).toBeLessThanOrEqual(rankOf(all, one.id))
        },
      ),
    )
  })

  test('is the same in whatever order candidates and scores come', () => {
    fc.assert(
      fc.property(judged, (all) => {
        const turned = [...all].reverse().map((one) => ({
          ...one,
          blind: [...one.blind].reverse(),
          defence: [...one.defence].sort((a, b) => a - b),
        }))
        expect(ranked(turned, rule).map(({ id }) => id)).toEqual(ranked(all, rule).map(({ id }) => id))
      }),
    )
  })

  test('breaks ties by the defence, then by who has been a head for longer', () => {
    const even = { blind: [8000, 8000, 8000], defence: [8000, 8000, 8000], headSince: '2018-08-01' }
    const all = [
      { id: 'late', ...even },
      { id: 'early', ...even, headSince: '2010-08-01' },
      // 60 × 78 + 40 × 83 is 60 × 80 + 40 × 80.
      { id: 'defended', ...even, blind: [7800, 7800, 7800], defence: [8300, 8300, 8300] },
    ]
    expect(ranked(all, rule).map(({ id }) => id)).toEqual(['defended', 'early', 'late'])
  })

  test('puts who lacks scores last, without a total', () => {
    const all = [
      { id: 'few', blind: [9900, 9900], defence: [9900, 9900, 9900], headSince: '2018-08-01' },
      { id: 'whole', blind: [6000, 6000, 6000], defence: [6000, 6000, 6000], headSince: '2018-08-01' },
    ]
    expect(ranked(all, rule).map(({ id, total }) => [id, total])).toEqual([
      ['whole', 600_000],
      ['few', null],
    ])
  })
})

test('a judge is as far apart as from the others on the same candidates', () => {
  const given = (judge: string, points: number[]) =>
    points.map((one, at) => ({ judge, candidate: String(at), points: one }))
  const drift = driftOf([
    ...given('mild', [9000, 8000]),
    ...given('even', [8000, 7000]),
    ...given('stern', [7000, 6000]),
  ])
  expect(drift).toEqual([
    { judge: 'mild', given: 2, apart: 1500 },
    { judge: 'even', given: 2, apart: 0 },
    { judge: 'stern', given: 2, apart: -1500 },
  ])
  expect(driftOf(given('alone', [9000]))).toEqual([{ judge: 'alone', given: 1, apart: null }])
})
