/** What a name may be, and the one spelling it gets. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkName } from './person-name.ts'

test.each([
  ['王秀英', '王秀英'],
  ['  王秀英\n', '王秀英'],
  ['王 芳', '王芳'],
  ['王　　芳', '王芳'],
  ['𠮷田', '𠮷田'],
  ['张𬍛', '张𬍛'],
  ['〇一', '〇一'],
  ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉‧买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
  ['John  Smith', 'John Smith'],
  ['Ｊｏｈｎ', 'John'],
  ["O'Brien-Łukasz J.", "O'Brien-Łukasz J."],
  ['Jose\u0301', 'José'],
  ['ئەركىن', 'ئەركىن'],
  ['ན་མོ'.replace('་', ''), 'ནམོ'],
  ['王芳\u200B', '王芳'],
  ['葛\u{E0100}城', '葛城'],
  ['李娜2', '李娜2'],
])('%j is the name %j', (text, name) => {
  expect(checkName(text)).toEqual({ ok: true, name })
})

test.each([
  ['', 'empty'],
  [' 　\t', 'empty'],
  ['\u200B', 'empty'],
  ['王'.repeat(51), 'too_long'],
  ['王'.repeat(60), 'too_long'],
  ['𠮷'.repeat(60), 'too_long'],
  ['a'.repeat(2_000_000), 'too_long'],
  ['王\u0000芳', 'characters'],
  ['王\u0007', 'characters'],
  ['张三😀', 'characters'],
  ['1️⃣', 'characters'],
  ['👩🏽‍🏫', 'characters'],
  ["=cmd|'/c calc'!A0", 'characters'],
  ['<b>王</b>', 'characters'],
  ['王\uE000', 'characters'],
  ['王\uD842', 'characters'],
  ['12345', 'no_letter'],
  ['１２３', 'no_letter'],
  ['·', 'no_letter'],
])('%j is refused: %s', (text, reason) => {
  expect(checkName(text.slice(0, 3000))).toEqual({ ok: false, reason })
})

test('50 characters are a name, also where each takes two code units', () => {
  expect(checkName('王'.repeat(50)).ok).toBe(true)
  expect(checkName('𠮷'.repeat(50)).ok).toBe(true)
})

test('an accepted name is its own spelling', () => {
  const pieces = fc.constantFrom(
    '王',
    '芳',
    '𠮷',
    ' ',
    '　',
    '·',
    '•',
    '.',
    'a',
    'É',
    'e\u0301',
    '-',
    '2',
    '\u200B',
  )
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 20 })), (typed) => {
      const first = checkName(typed)
      if (first.ok) expect(checkName(first.name)).toEqual(first)
    }),
    { numRuns: 1000 },
  )
})
