import { expect, test } from 'vitest'
import { type BasisWord, basisIn } from './basis.ts'

const word = (fields: Partial<BasisWord>): BasisWord => ({
  ...{ itemId: 1, level: 'prefecture', fromYear: 2000, counts: true, reason: 'why', documentNo: null, at: 0 },
  ...fields,
})
const countsIn = (year: number, words: BasisWord[], part: 'basic' | 'other' = 'other') => {
  const found = basisIn(year, [{ id: 1, part }], words).get(1)
  return `${found?.counts} ${found?.from}`
}

test('what civil servants get too counts, and nothing else', () => {
  expect(countsIn(2024, [], 'basic')).toBe('true default')
  expect(countsIn(2024, [word({ itemId: 2 })])).toBe('false default')
})

test('the county’s word goes before the prefecture’s, and that before the default', () => {
  const words = [
    word({ counts: false, fromYear: 2020 }),
    word({ level: 'county', counts: true, fromYear: 2024 }),
  ]
  expect(countsIn(2019, words, 'basic')).toBe('true default')
  expect(countsIn(2020, words, 'basic')).toBe('false prefecture')
  expect(countsIn(2023, words, 'basic')).toBe('false prefecture')
  expect(countsIn(2024, words)).toBe('true county')
})

test('of two words for one year the later one holds, and a word for an earlier year does not', () => {
  const words = [
    word({ level: 'county', counts: true, fromYear: 2024, at: 1 }),
    word({ level: 'county', counts: false, fromYear: 2024, at: 2 }),
    word({ level: 'county', counts: true, fromYear: 2022, at: 3 }),
  ]
  expect(countsIn(2025, words)).toBe('false county')
  expect(countsIn(2023, words)).toBe('true county')
})

test('a word given back leaves what is above it', () => {
  const words = [
    word({ level: 'county', counts: true, fromYear: 2020 }),
    word({ level: 'county', counts: null, fromYear: 2022 }),
  ]
  expect(countsIn(2021, words)).toBe('true county')
  expect(countsIn(2022, words)).toBe('false default')
})
