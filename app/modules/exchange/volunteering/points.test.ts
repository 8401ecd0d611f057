import { describe, expect, test } from 'vitest'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { exchangePolicies } from '../policies.ts'
import { claimsOf, type FamilyClaim, restated } from './family-claim.ts'
import { type PointFacts, partOf, pointsOf } from './points.ts'

const policies: ExchangePolicies = {
  use: (key) =>
    ({
      key,
      value: exchangePolicies[key].default,
      from: 'default',
      source: exchangePolicies[key].source,
    }) as never,
}
const facts: PointFacts = { yearsHere: 0, ruralYears: 0, places: 1, volunteers: 1, claims: [] }
const claim = (ground: FamilyClaim['ground'], isConfirmed: boolean | null): FamilyClaim => ({
  ...{ ground, isConfirmed, checkedBy: null },
})
const pointsFor = (change: Partial<PointFacts>) => pointsOf({ ...facts, ...change }, policies).points / 100

describe('points', () => {
  const cases: [what: string, change: Partial<PointFacts>, points: number][] = [
    ['nothing', {}, 0],
    ['a year here, one each', { yearsHere: 3 }, 3],
    ['years here, at most ten', { yearsHere: 30 }, 10],
    ['a rural year, two each', { ruralYears: 2 }, 4],
    ['rural years, at most ten', { ruralYears: 9 }, 10],
    ['as many places as volunteers: no shortage', { places: 4, volunteers: 4 }, 0],
    ['more places than volunteers', { places: 5, volunteers: 4 }, 5],
    ['a ground nobody has checked', { claims: [claim('small_child', null)] }, 0],
    ['a ground that was refused', { claims: [claim('small_child', false)] }, 0],
    ['a confirmed ground', { claims: [claim('small_child', true), claim('spouse_apart', null)] }, 2],
    [
      'confirmed grounds, at most four',
      { claims: [claim('small_child', true), claim('spouse_apart', true), claim('ill_relative', true)] },
      4,
    ],
  ]
  test.each(cases)('%s', (_, change, points) => expect(pointsFor(change)).toBe(points))

  test('are the sum of their parts, each with its number and where it is written', () => {
    const told = pointsOf({ ...facts, yearsHere: 6, ruralYears: 1, places: 2 }, policies)
    expect(told.points).toBe(1300)
    expect(partOf(told.why, 'points_years')).toBe(6)
    expect(partOf(told.why, 'points_service')).toBe(2)
    expect(partOf(told.why, 'points_shortage')).toBe(5)
    for (const { policy, clause } of told.why.reasons) {
      expect(policy?.source).toBeTruthy()
      expect(clause).toMatch(/policy-source/)
    }
  })
})

describe('claims', () => {
  test('that stay keep what was found of them; new ones are unchecked, others go', () => {
    const before = [claim('small_child', true), claim('ill_relative', false)]
    expect(restated(['spouse_apart', 'small_child'], before)).toEqual([
      claim('spouse_apart', null),
      claim('small_child', true),
    ])
  })

  test('are read from whatever is stored', () => {
    expect(claimsOf(null)).toEqual([])
    expect(claimsOf([{ ground: 'of_no_kind' }, claim('small_child', null)])).toEqual([
      claim('small_child', null),
    ])
  })
})
