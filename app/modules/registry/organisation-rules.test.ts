/** What may stand below what, and which school is a small one. */
import { describe, expect, test } from 'vitest'
import { isSmallSchool, kindsBelow, mayStandBelow } from './organisation-rules.ts'

describe('the tree', () => {
  test.each([
    ['county', 'prefecture', true],
    ['zone', 'prefecture', true],
    ['school', 'county', true],
    ['school', 'school_district', true],
    ['teaching_point', 'school', true],
    ['school', 'school', false],
    ['county', 'county', false],
    ['prefecture', 'prefecture', false],
    ['township', 'school', false],
  ] as const)('a %s below a %s: %s', (kind, parent, may) => {
    expect(mayStandBelow(kind, parent)).toBe(may)
    expect(kindsBelow(parent).includes(kind)).toBe(may)
  })
})

describe('a small school', () => {
  test.each([
    [99, true],
    [100, false],
    [0, true],
    [null, false],
  ])('with %s pupils: %s', (pupils, small) => {
    expect(isSmallSchool(pupils)).toBe(small)
  })

  test('by the number that a county has set', () => {
    expect(isSmallSchool(150, { fewerPupilsThan: 200 })).toBe(true)
  })
})
