import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findHeadingRow, readHeadings } from './heading-row.ts'
import { columnLetters, type RawRow } from './sheet.ts'

const row = (rowNumber: number, ...cells: string[]): RawRow => ({ rowNumber, cells })

test('a title, even one repeated in every cell, is not taken for the headings', () => {
  const head = [row(1, '花名册', '', ''), row(2, '花名册', '花名册'), row(4, '姓名', '性别')]
  expect(findHeadingRow(head)?.rowNumber).toBe(4)
})

test('in a sheet of one column the first row is the heading', () => {
  expect(findHeadingRow([row(2, '姓名'), row(3, '张三')])?.rowNumber).toBe(2)
})

test('the row that a person chose goes before the guess', () => {
  expect(findHeadingRow([row(1, '单位', '一中'), row(2, '姓名', '性别')], 2)?.rowNumber).toBe(2)
})

test('repeated and empty headings are made distinct and reported', () => {
  const read = readHeadings(row(3, ' 姓名 ', '电话', '', '电话', '电话 (2)', '姓名', '', ' '))
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
      const { headings } = readHeadings(row(1, ...cells))
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
