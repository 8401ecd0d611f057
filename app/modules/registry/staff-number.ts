/**
 * The lifelong staff number 终身教职工编号: T, a sequence of 8 digits, one check digit by ISO 7064 MOD 11,10.
 * That system was chosen because its check is a digit, never a letter, and it catches every single wrong digit.
 * It belongs to the person and to no employer: it stays through every move, retirement and return.
 */
import { halfWidth } from '#app/platform/sheets/half-width.ts'

export type StaffNumberCheck =
  | { ok: true; number: string; sequence: number }
  | { ok: false; reason: 'format' | 'check_digit' }

const LAST_SEQUENCE = 99_999_999

/** 1 → T000000018. Throws where the sequence is no whole number from 0 to 99,999,999. */
export function formatStaffNumber(sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > LAST_SEQUENCE) {
    throw new RangeError(`sequence out of 0 to ${LAST_SEQUENCE}: ${sequence}`)
  }
  const digits = String(sequence).padStart(8, '0')
  return `T${digits}${checkDigitOf(digits)}`
}

/** Reads a number as typed: full width, a small t, spaces and hyphens are put right. */
export function parseStaffNumber(text: string): StaffNumberCheck {
  const typed = halfWidth(text).replace(/[\s-]/g, '').toUpperCase()
  if (!/^T\d{9}$/.test(typed)) return { ok: false, reason: 'format' }
  const digits = typed.slice(1, 9)
  if (checkDigitOf(digits) !== typed.charAt(9)) return { ok: false, reason: 'check_digit' }
  return { ok: true, number: typed, sequence: Number(digits) }
}

function checkDigitOf(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}
