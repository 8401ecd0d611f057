import { expect, test } from 'vitest'
import { ageBands, earlyShare, flowsOf } from './flows.ts'

test('place types are summed by kind of place, and nobody is lost', () => {
  const counts = [
    { from: '111', to: '220', count: 3 },
    { from: '112', to: '210', count: 2 },
    { from: '121', to: '220', count: 1 },
    { from: null, to: '999', count: 4 },
  ]
  expect(flowsOf(counts)).toEqual([
    { from: 'urban', to: 'rural', count: 5 },
    { from: 'town', to: 'rural', count: 1 },
    { from: 'unknown', to: 'unknown', count: 4 },
  ])
})

test('every age lies in one band', () => {
  const ages = Array.from({ length: 50 }, (_, at) => ({ age: at + 18, count: 1 }))
  const bands = ageBands(ages)
  expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(50)
  expect(bands[0]).toMatchObject({ from: 0, to: 29, count: 12 })
  expect(bands.at(-1)).toMatchObject({ from: 55, to: null })
})

test('of nobody there is no share', () => {
  expect(earlyShare({ went: 0, early: 0 })).toBeNull()
  expect(earlyShare({ went: 8, early: 2 })).toBe(0.25)
})
