import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dividedFen, formatYuan, parseYuan } from './money.ts'

describe('an amount as it is written', () => {
  test.each([
    ['5230', 523_000n],
    ['5230.5', 523_050n],
    ['5,230.50', 523_050n],
    ['￥５，２３０．５０', 523_050n],
    ['¥5230.50元', 523_050n],
    ['-12.00', -1_200n],
    ['(12.00)', -1_200n],
    ['12.340', 1_234n],
    ['0', 0n],
  ])('%s', (text, fen) => expect(parseYuan(text)).toBe(fen))

  test.each([
    '',
    '12.345',
    '1e308',
    '五千',
    '12,34',
    '1,2345',
    '--5',
    '(-5)',
    '12.',
    '.5',
    'NaN',
    '9'.repeat(40),
  ])('%s is none', (text) => expect(parseYuan(text)).toBeNull())

  test('is read back as it was shown', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), (fen) => {
        expect(parseYuan(formatYuan(fen, 'zh-CN'))).toBe(fen)
        expect(parseYuan(formatYuan(fen, 'en'))).toBe(fen)
      }),
    )
  })
})

test('a share is rounded to the nearest fen', () => {
  expect([dividedFen(10n, 4n), dividedFen(-10n, 4n), dividedFen(9n, 4n), dividedFen(0n, 7n)]).toEqual([
    3n,
    -3n,
    2n,
    0n,
  ])
  expect(() => dividedFen(1n, 0n)).toThrow(RangeError)
})
