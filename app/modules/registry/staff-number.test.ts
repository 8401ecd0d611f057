/** Laws of our own staff number: it reads back, and one wrong digit never passes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatStaffNumber, parseStaffNumber } from './staff-number.ts'

const sequence = fc.nat(99_999_999)

test('a formatted number reads back, as it is or as people type it', () => {
  fc.assert(
    fc.property(sequence, (n) => {
      const number = formatStaffNumber(n)
      expect(number).toMatch(/^T\d{9}$/)
      expect(parseStaffNumber(number)).toEqual({ ok: true, number, sequence: n })
      expect(parseStaffNumber(` ｔ-${number.slice(1, 5)} ${number.slice(5)}`)).toEqual({
        ok: true,
        number,
        sequence: n,
      })
    }),
  )
})

test('any one digit changed is refused', () => {
  fc.assert(
    fc.property(sequence, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (n, at, shift) => {
      const number = formatStaffNumber(n)
      const wrong = (Number(number.charAt(at)) + shift) % 10
      const changed = `${number.slice(0, at)}${wrong}${number.slice(at + 1)}`
      expect(parseStaffNumber(changed)).toEqual({ ok: false, reason: 'check_digit' })
    }),
  )
})

test('the digits verify by ISO 7064 MOD 11,10', () => {
  // The worked example of the standard: 0794 takes the check digit 5.
  expect(mod1110Holds('07945')).toBe(true)
  fc.assert(fc.property(sequence, (n) => mod1110Holds(formatStaffNumber(n).slice(1))))
})

/** The standard's own way to verify: run over all digits, the check included, the sum must end at 1. */
function mod1110Holds(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, -1)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return (product + Number(digits.slice(-1))) % 10 === 1
}

test.each(['', 'T', 'T12345678', '123456789', 'T1234567890', 'X000000018', 'T00000001八'])(
  '%j is no number',
  (text) => {
    expect(parseStaffNumber(text)).toEqual({ ok: false, reason: 'format' })
  },
)

test.each([-1, 1.5, 100_000_000, Number.NaN])('%d is no sequence', (n) => {
  expect(() => formatStaffNumber(n)).toThrow(RangeError)
})
