/** The national basic table: the order that is handed up, and presets that its own lists know. */
import { expect, test } from 'vitest'
import { CODE_LISTS, type CodeList } from './codes/index.ts'
import { NATIONAL_TABLE, type NationalColumn } from './national-table.ts'

const columns: readonly NationalColumn[] = NATIONAL_TABLE

test('begins with who the person is and ends with the status', () => {
  expect(columns.slice(0, 8).map((column) => column.zh)).toEqual([
    '姓名',
    '曾用名',
    '性别',
    '教职工号',
    '国籍/地区',
    '身份证件类型',
    '身份证件号',
    '出生日期',
  ])
  expect(columns.at(-1)?.zh).toBe('人员状态')
})

test.each(['key', 'zh', 'en'] as const)('no two columns share a %s', (field) => {
  expect(new Set(columns.map((column) => column[field])).size).toBe(columns.length)
})

test('a preset is a code of the list of its column', () => {
  for (const { codes, preset } of columns) {
    if (!codes || !preset) continue
    const list: CodeList = CODE_LISTS[codes]
    expect(list.map((entry) => entry.code)).toContain(preset)
  }
})
