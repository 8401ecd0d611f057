/** Which rows of a form are no data, and that people are never taken for such. */
import { describe, expect, test } from 'vitest'
import { leftOutTeller, rowText } from './left-out.ts'

const kindOf = leftOutTeller([['序号', '姓名', '性别', '出生年月', '学校', '职称']])

describe('a row that is no data', () => {
  test.each([
    [['合计', '', '', '', '', '20'], 'total'],
    [['小 计', '12人'], 'total'],
    [['合计：20人'], 'total'],
    [['', '总计', '', '', '', ''], 'total'],
    [['21', '小计', '', '', '', '20'], 'total'],
    [['填表人：张三', '', '', '审核人：李四', '', ''], 'signature'],
    [['校长（签字）：', '', '', '', '', ''], 'signature'],
    [['注：本表一式两份。'], 'note'],
    [['备注：', '退休人员不填'], 'note'],
    [['序号', '姓 名', '性别', '出生年月', '学校', '职称'], 'heading_again'],
  ] as const)('%j is %s', (cells, kind) => {
    expect(kindOf(cells, 40)).toBe(kind)
  })

  test('stands right under the headings where it says how they are filled in, or numbers them', () => {
    const notes = ['(必填)', '必填', '选填：男/女', '格式：2024-01', '请选择', '']
    expect([kindOf(notes, 0), kindOf(['1', '2', '3', '4', '5', '6'], 0)]).toEqual(['note', 'note'])
    expect(kindOf(['1', '2', '3', '4', '5', '6'], 7)).toBeNull()
  })
})

test.each([
  [['1', '张三', '男', '1980-01', '一中', '一级教师']],
  [['2', '何计', '男', '1980-01', '一中', '']],
  [['3', '王小计', '女', '', '', '']],
  [['', '李合', '', '', '负责人小学', '']],
  [['单位小学', '赵四', '男', '', '', '']],
  [['4', '注册', '男', '1970', '备注小学', '']],
])('%j is somebody', (cells) => {
  expect(kindOf(cells, 0)).toBeNull()
})

test('what is told of a row names nobody’s number', () => {
  const text = rowText([
    '小计',
    '371502198001011234',
    "'371502 19800101 123X",
    '13812345678',
    '2024-09-01',
    '20',
  ])
  expect(text).toBe("小计 371*************** '371*** ******** **** 138******** 2024-09-01 20")
})
