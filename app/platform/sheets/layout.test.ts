/** Where headings are: under titles, in one row or several, told by merged cells and by what is known. */
import { expect, test } from 'vitest'
import { comparable, findHeading, joinedHeadings, type Merge } from './layout.ts'
import type { RawRow } from './sheet.ts'

const row = (rowNumber: number, ...cells: string[]): RawRow => ({ rowNumber, cells })
const merged = (top: number, bottom: number, left: number, right: number): Merge => ({
  top,
  bottom,
  left,
  right,
})
const none = new Set<string>()
const known = new Set(['姓名', '性别', '身份证号', '毕业院校', '学历'].map(comparable))

test('a title, even one repeated in every cell, is not taken for the headings', () => {
  const head = [row(1, '花名册', '', ''), row(2, '花名册', '花名册'), row(4, '姓名', '性别')]
  expect(findHeading(head, [], none)).toMatchObject({ top: 4, bottom: 4 })
})

test('in a sheet of one column the first row is the heading', () => {
  expect(findHeading([row(2, '姓名'), row(3, '张三')], [], none)).toMatchObject({ top: 2, bottom: 2 })
})

test('the row that a person chose goes before the guess; one that is not there is none', () => {
  const head = [row(1, '单位', '一中'), row(2, '姓名', '性别')]
  expect(findHeading(head, [], none, { row: 2 })).toMatchObject({ top: 2, bottom: 2 })
  expect(findHeading(head, [], none, { row: 2, rows: 2 })).toMatchObject({ top: 1, bottom: 2 })
  expect(findHeading(head, [], none, { row: 9 })).toBeUndefined()
})

test('the row with most known headings goes before a unit line above it, and before the same row on the next page', () => {
  const head = [
    row(1, '单位：', '一中', '填报日期：', '2024'),
    row(2, '姓名', '性别'),
    row(3, '张三', '男'),
    row(30, '姓名', '性别'),
  ]
  expect(findHeading(head, [], known)).toEqual({ top: 2, bottom: 2, known: 2 })
})

test('headings in two rows are joined along their merged cells, the title left aside', () => {
  const head = [
    row(1, '教职工花名册', '', '', '', ''),
    row(2, '姓名', '性别', '第一学历', '', '身份证号'),
    row(3, '', '', '学历', '毕业院校', ''),
    row(4, '张三', '男', '本科', '聊城大学', '3715'),
  ]
  const merges = [
    merged(1, 1, 0, 4),
    merged(2, 3, 0, 0),
    merged(2, 3, 1, 1),
    merged(2, 2, 2, 3),
    merged(2, 3, 4, 4),
  ]
  const block = findHeading(head, merges, known)
  expect(block).toMatchObject({ top: 2, bottom: 3 })
  if (block)
    expect(joinedHeadings(block, head, merges)).toEqual([
      '姓名',
      '性别',
      '第一学历·学历',
      '第一学历·毕业院校',
      '身份证号',
    ])
})

test('headings in three rows are joined too; a merged school in the first row of data is none of them', () => {
  const head = [
    row(1, '姓名', '学习经历', '', ''),
    row(2, '', '第一学历', '', '其他'),
    row(3, '', '学历', '毕业院校', ''),
    row(4, '一中', '本科', '聊大', ''),
    row(5, '', '专科', '师专', ''),
  ]
  const merges = [
    merged(1, 3, 0, 0),
    merged(1, 1, 1, 3),
    merged(2, 2, 1, 2),
    merged(2, 3, 3, 3),
    merged(4, 5, 0, 0),
  ]
  const block = findHeading(head, merges, known)
  expect(block).toMatchObject({ top: 1, bottom: 3 })
  if (block)
    expect(joinedHeadings(block, head, merges)).toEqual([
      '姓名',
      '学习经历·第一学历·学历',
      '学习经历·第一学历·毕业院校',
      '学习经历·其他',
    ])
})
