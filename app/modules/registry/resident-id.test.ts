/** Laws of GB 11643 numbers: what is made verifies, what is mistyped is caught. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/platform/dates.ts'
import {
  checkResidentId,
  looksLikeResidentId,
  madeResidentId,
  maskResidentId,
  residentIdCheckDigit,
} from './resident-id.ts'

const birthDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1900-01-01', days))
const made = fc.tuple(birthDate, fc.integer({ min: 0, max: 999 })).map(([born, n]) => madeResidentId(born, n))

test('the example printed in the standard verifies', () => {
  expect(checkResidentId('11010519491231002X')).toEqual({
    ok: true,
    number: '11010519491231002X',
    birthDate: '1949-12-31',
    sex: '2',
    upgradedFrom15: false,
  })
  expect(checkResidentId('440524188001010014')).toEqual({ ok: false, reason: 'birth_date' })
})

describe('a made number', () => {
  test('verifies and gives back what it was made of', () => {
    fc.assert(
      fc.property(birthDate, fc.integer({ min: 0, max: 999 }), (born, sequence) => {
        const number = madeResidentId(born, sequence)
        const sex = sequence % 2 === 1 ? '1' : '2'
        expect(checkResidentId(number)).toEqual({
          ok: true,
          number,
          birthDate: born,
          sex,
          upgradedFrom15: false,
        })
        expect(number.startsWith('371599')).toBe(true)
      }),
    )
  })

  // The weights are powers of 2 modulo the prime 11: none is 0 and neighbours differ, so both laws are exact.
  test('with any one character changed is refused', () => {
    fc.assert(
      fc.property(made, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, at, character) => {
        fc.pre(number.charAt(at) !== character)
        expect(checkResidentId(number.slice(0, at) + character + number.slice(at + 1)).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('with two neighbours swapped is refused', () => {
    fc.assert(
      fc.property(made, fc.nat(16), (number, at) => {
        const [left, right] = [number.charAt(at), number.charAt(at + 1)]
        fc.pre(left !== right)
        expect(checkResidentId(number.slice(0, at) + right + left + number.slice(at + 2)).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('in full width, with spaces and a small x reads the same', () => {
    fc.assert(
      fc.property(made, (number) => {
        const wide = [...number.toLowerCase()]
          .map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
          .join('')
        expect(checkResidentId(` ${wide.slice(0, 6)}　${wide.slice(6)} `)).toEqual(checkResidentId(number))
      }),
    )
  })
})

test('the 15-digit form becomes the 18-digit one of the twentieth century', () => {
  expect(checkResidentId('110105491231002')).toEqual({
    ok: true,
    number: '11010519491231002X',
    birthDate: '1949-12-31',
    sex: '2',
    upgradedFrom15: true,
  })
})

test.each([
  ['', 'length'],
  ['1101051949123100', 'length'],
  ['11010519491231002X0', 'characters'],
  ['1101051949123X0021', 'characters'],
  ['11010549123100X', 'characters'],
  ['身份证', 'characters'],
  ['110105194902300023', 'birth_date'],
  ['110105189912310022', 'birth_date'],
  ['110105491331002', 'birth_date'],
])('%j is refused: %s', (text, reason) => {
  expect(checkResidentId(text)).toEqual({ ok: false, reason })
})

test('a wrong check digit is refused with the one expected', () => {
  expect(checkResidentId('110105194912310021')).toEqual({
    ok: false,
    reason: 'check_digit',
    expectedCheckDigit: 'X',
  })
})

test('only 17 digits have a check digit', () => {
  expect(() => residentIdCheckDigit('1234')).toThrow(RangeError)
  expect(() => madeResidentId('1990-01-01', 1000)).toThrow(RangeError)
})

test('masked, area and last four remain', () => {
  expect(maskResidentId('37159919900307123X')).toBe('371599********123X')
})

describe('what is kept out of addresses', () => {
  test('every number, in any spelling, and with its last character wrong', () => {
    fc.assert(
      fc.property(made, fc.constantFrom(...'0123456789X'), (number, last) => {
        const fifteen = number.slice(0, 6) + number.slice(8, 17)
        const spaced = `${number.slice(0, 6)} ${number.slice(6, 14)}-${number.slice(14)}`
        const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        for (const text of [number, number.toLowerCase(), fifteen, spaced, wide, number.slice(0, 17) + last])
          expect(looksLikeResidentId(text)).toBe(true)
      }),
    )
  })

  test.each(['', '王秀英', 'wxy', 'T000037181', '20260901', '1370000000001', 'X'.repeat(18)])(
    '%j is an ordinary search',
    (text) => expect(looksLikeResidentId(text)).toBe(false),
  )
})
