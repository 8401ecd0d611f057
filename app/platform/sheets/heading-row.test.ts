import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHeadings } from './heading-row.ts'
import { columnLetters } from './sheet.ts'

test('repeated and empty headings are made distinct and reported', () => {
  const read = readHeadings([' 姓名 ', '电话', '', '电话', '电话 (2)', '姓名', '', ' '], 3)
  expect(read.headings).toEqual(['姓名', '电话', '(C)', '电话 (3)', '电话 (2)', '姓名 (2)'])
  expect(read.published).toEqual([' 姓名 ', '电话', '', '电话', '电话 (2)', '姓名'])
  expect(read.warnings).toEqual([
    { code: 'heading_not_first', rowNumber: 3 },
    { code: 'duplicate_headings', headings: ['电话', '姓名'] },
    { code: 'empty_headings', columns: ['C'] },
  ])
})

test('headings are always distinct and never empty', () => {
  const heading = fc.constantFrom('', ' ', 'a', 'a (2)', '(A)', '(B)', '(B) (2)', 'b')
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 12 }), (cells) => {
      const { headings } = readHeadings(cells, 1)
      expect(new Set(headings).size).toBe(headings.length)
      expect(headings).not.toContain('')
    }),
  )
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})
