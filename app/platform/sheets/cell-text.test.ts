import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasEmoji, hasForbiddenCharacters, normaliseText } from './cell-text.ts'

describe('normaliseText', () => {
  test.each([
    ['３７１５９９１９８５０７０１００１Ｘ', '37159919850701001X'],
    ['\u3000张\u3000三\u00a0', '张 三'],
    ['张\u200b三\ufeff', '张三'],
    ['a \t\r\n b', 'a b'],
    ['第一中学（东校区）：初中', '第一中学（东校区）：初中'],
    ['𠮷野𬍛', '𠮷野𬍛'],
    ['\uF9D1', '\uF9D1'],
    ['', ''],
  ])('%j becomes %j', (text, clean) => {
    expect(normaliseText(text)).toBe(clean)
  })

  test('doing it twice changes nothing more, and nothing blank is left at the ends', () => {
    const unit = fc.oneof(
      fc.constantFrom(' ', '\u3000', '\u200b', '\ufeff', '\u2065', 'Ａ', '９', '\n'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        const once = normaliseText(parts.join(''))
        expect(normaliseText(once)).toBe(once)
        expect(once).toBe(once.trim())
      }),
    )
  })
})

describe('hasForbiddenCharacters', () => {
  test.each(['a\0b', '\u0007', '\u0085', '\u007f', '\ufffd', '\uffff', '\ud842', '\udfb7a'])(
    'finds %j',
    (text) => {
      expect(hasForbiddenCharacters(text)).toBe(true)
    },
  )

  test.each(['', 'a\tb\r\nc', '张三', '𠮷', '·阿不都', '\ue000'])('has nothing against %j', (text) => {
    expect(hasForbiddenCharacters(text)).toBe(false)
  })

  test('private use counts only where the caller says so', () => {
    expect(hasForbiddenCharacters('\ue000', { privateUse: true })).toBe(true)
    expect(hasForbiddenCharacters('张', { privateUse: true })).toBe(false)
  })
})

describe('hasEmoji', () => {
  test.each(['张😀', '❤\ufe0f', '🇨🇳', '1\ufe0f\u20e3', '🖥'])('finds %j', (text) => {
    expect(hasEmoji(text)).toBe(true)
  })

  test.each(['张三', '𠮷', '㊙', '©', '№1', '#*09', '·'])('does not take %j for one', (text) => {
    expect(hasEmoji(text)).toBe(false)
  })
})
