import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestMapping } from './match-headings.ts'

const FIELDS = [
  { key: 'name', aliases: ['姓名', '教师姓名', 'name'] },
  { key: 'idNumber', aliases: ['身份证件号', '身份证号'] },
  { key: 'school', aliases: ['学校名称', '单位名称', '学校'] },
  { key: 'workStart', aliases: ['参加工作时间'] },
  { key: 'sex', aliases: ['性别'] },
]

test('equal names first, then one inside the other, whatever the case and punctuation', () => {
  const headings = ['序号', '所在学校', '*姓 名', '身份证号码', '参加工作时间（年月）', 'Ｎａｍｅ']
  expect(suggestMapping(headings, FIELDS)).toEqual({
    name: 2,
    idNumber: 3,
    school: 1,
    workStart: 4,
    sex: null,
  })
})

test('the closer heading wins, and the loser gets what is left', () => {
  const fields = [
    { key: 'phone', aliases: ['联系电话'] },
    { key: 'officePhone', aliases: ['办公电话', '电话'] },
  ]
  expect(suggestMapping(['电话', '联系电话'], fields)).toEqual({ phone: 1, officePhone: 0 })
})

test('one character inside a heading proves nothing', () => {
  expect(suggestMapping(['地名', '()'], [{ key: 'name', aliases: ['名', ''] }])).toEqual({ name: null })
})

test('every field is answered and no heading is used twice', () => {
  const word = fc.string({ unit: fc.constantFrom('学', '校', '名', '称', 'a', '*'), maxLength: 5 })
  const fields = fc.uniqueArray(fc.record({ key: word, aliases: fc.array(word, { maxLength: 3 }) }), {
    selector: (field) => field.key,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fields, (headings, wanted) => {
      const mapping = suggestMapping(headings, wanted)
      const used = Object.values(mapping).filter((index) => index !== null)
      expect(Object.keys(mapping).sort()).toEqual(wanted.map((field) => field.key).sort())
      expect(new Set(used).size).toBe(used.length)
      expect(used.every((index) => index >= 0 && index < headings.length)).toBe(true)
    }),
  )
})

test('a heading that is another’s is left to it, and taken where there is no other', () => {
  const fields = [{ key: 'school', aliases: ['毕业院校'], avoids: ['第一学历'] }]
  const both = ['第一学历·毕业院校', '最高学历·毕业院校']
  expect(suggestMapping(both, fields)).toEqual({ school: 1 })
  expect(suggestMapping(both.slice(0, 1), fields)).toEqual({ school: 0 })
})
