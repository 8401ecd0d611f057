/** How words are looked up: what an unknown key, a missing value and a value full of signs become. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from './locale.ts'
import { isMessageKey, type MessageKey, registerWords, translator } from './translate.ts'

// No room has such keys; other files of the worker share the table.
const words = {
  'test.greeting': '{{name}} greets {{other}}, {{name}}',
  'test.count': '{{count}} files',
  'test.count_one': '{{count}} file',
}
for (const locale of locales) registerWords(locale, words)
const t = translator('en')
const look = (key: string, values?: Record<string, string | number>) => t(key as MessageKey, values)

describe('words', () => {
  test('take every value at every place of its name, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, other) => {
        expect(look('test.greeting', { name, other })).toBe(`${name} greets ${other}, ${name}`)
      }),
    )
    expect(look('test.greeting', { name: '{{other}}', other: '$&' })).toBe('{{other}} greets $&, {{other}}')
  })

  test('leave no braces where a value is missing', () => {
    expect(look('test.greeting', { other: 'B' })).toBe(' greets B, ')
  })

  test('tell one from many where a language does', () => {
    expect([0, 1, 2].map((count) => look('test.count', { count }))).toEqual(['0 files', '1 file', '2 files'])
  })
})

describe('a key that nobody registered', () => {
  test('shows as it is, and is no key, even when objects have one of that name', () => {
    for (const key of ['test.unknown', 'constructor', '__proto__', 'toString', '']) {
      expect(isMessageKey(key)).toBe(false)
      expect(look(key)).toBe(key)
    }
    expect(isMessageKey('test.count')).toBe(true)
  })
})
