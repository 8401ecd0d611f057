import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEscapes, encodeEscapes, numberStyle, numberText } from './cell-value.ts'

const PLAIN = numberStyle(0)
const DATE = numberStyle(14)

describe('numbers', () => {
  test.each([
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['4.1120000000000001E4', '41120'],
    ['-12.50', '-12.5'],
    ['1E-7', '0.0000001'],
    ['3.7159E+14', '371590000000000'],
    ['abc', 'abc'],
    ['', ''],
  ])('%s is written %s', (raw, text) => {
    expect(numberText(raw, PLAIN, false)).toEqual({ text })
  })

  test('fifteen digits are all there: an old ID number as a number is whole', () => {
    expect(numberText('371599850701001', PLAIN, false)).toEqual({ text: '371599850701001' })
  })

  test('more than fifteen digits cannot be trusted, whether stored with an exponent or in full', () => {
    const issue = 'number_lost_digits'
    expect(numberText('3.7159919850101E+17', PLAIN, false)).toEqual({ text: '371599198501010000', issue })
    expect(numberText('371599198501010016', PLAIN, false)).toEqual({ text: '371599198501010016', issue })
    expect(numberText('1E+22', PLAIN, false)).toEqual({ text: '10000000000000000000000', issue })
  })

  test('a code that its style shows with leading zeros keeps them', () => {
    expect(numberText('123', numberStyle(164, '000000'), false)).toEqual({ text: '000123' })
  })

  test('every number of up to 15 digits comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 0, max: 4 }),
        (n, places) => {
          const value = n / 10 ** places
          expect(Number(numberText(String(value), PLAIN, false).text)).toBe(value)
        },
      ),
    )
  })
})

describe('dates', () => {
  test.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['31229', '1985-07-01'],
    ['31229.5', '1985-07-01 12:00:00'],
    ['2958465', '9999-12-31'],
  ])('serial %s of the 1900 system is %s', (raw, text) => {
    expect(numberText(raw, DATE, false)).toEqual({ text })
  })

  test('seconds lost before midnight are the next day where no time is shown, and stay where one is', () => {
    const serial = String(31229 - 48 / 86_400)
    expect(numberText(serial, DATE, false)).toEqual({ text: '1985-07-01' })
    expect(numberText(serial, numberStyle(22), false)).toEqual({ text: '1985-06-30 23:59:12' })
    expect(numberText(String(31229 - 0.01), DATE, false).text).toBe('1985-06-30 23:45:36')
  })

  test('serial 60 is a day that never was', () => {
    expect(numberText('60', DATE, false)).toEqual({ text: '1900-02-29', issue: 'no_such_day' })
  })

  test.each([
    ['0', '1904-01-01'],
    ['29767', '1985-07-01'],
  ])('serial %s of the 1904 system is %s', (raw, text) => {
    expect(numberText(raw, DATE, true)).toEqual({ text })
  })

  test('numbers that are no day stay numbers', () => {
    expect(numberText('-5', DATE, false)).toEqual({ text: '-5' })
    expect(numberText('99999999', DATE, false)).toEqual({ text: '99999999' })
  })

  test.each([
    ['yyyy"年"m"月"', 'day'],
    ['[$-804]yyyy\\-mm\\-dd;@', 'day'],
    ['mmm', 'day'],
    ['yyyy-mm-dd hh:mm', 'date'],
    ['h:mm', 'time'],
    ['[h]:mm', 'plain'],
    ['General', 'plain'],
    ['#,##0.00_);[Red](#,##0.00)', 'plain'],
    ['0.00E+00', 'plain'],
    ['"day" 0', 'plain'],
    ['000000', 'padded'],
    ['0', 'plain'],
  ])('the format %s is %s', (code, kind) => {
    expect(numberStyle(164, code).kind).toBe(kind)
  })

  test('a time of day is written as one', () => {
    expect(numberText('0.75', numberStyle(20), false)).toEqual({ text: '18:00:00' })
  })
})

test('escaping and unescaping is the identity for any text', () => {
  const unit = fc.oneof(
    fc.constantFrom('_x0041_', '_', 'x', '\r', '\u0001', '\uD83D', '\uFFFF', '张'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(unit), (parts) => {
      const text = parts.join('')
      expect(decodeEscapes(encodeEscapes(text))).toBe(text)
    }),
  )
})
