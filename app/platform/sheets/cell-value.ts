// What a number in a workbook means and how it is written down as text (ECMA-376 part 1, 18.8.30 and 18.17.4).
import type { CellIssueCode } from './sheet.ts'

/** How a cell style asks its number to be shown, as far as that changes the text we take. */
export type NumberStyle =
  | { kind: 'plain' }
  | { kind: 'date' }
  | { kind: 'day' }
  | { kind: 'time' }
  | { kind: 'padded'; width: number }

export interface CellText {
  text: string
  issue?: CellIssueCode
}

const PLAIN: NumberStyle = { kind: 'plain' }
const DATE: NumberStyle = { kind: 'date' }
/** A date whose style shows no time of day. */
const DAY: NumberStyle = { kind: 'day' }
const TIME: NumberStyle = { kind: 'time' }

const DAY_MS = 86_400_000
/** Conversions between date systems lose up to so many seconds of a day. */
const LOST_SECONDS = 60
/** Excel keeps 15 significant digits; an integer with more has had its last ones replaced by zeros. */
const FIRST_LOSSY_INTEGER = 1e15
/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_465
/** Lotus 1-2-3 took 1900 for a leap year and Excel followed: serial 60 is 29 February 1900, a day that never was. */
const LOTUS_LEAP_DAY = 60

/** The style of a number format id and, for ids from 164 on, its code. Built-in ids 27-36 and 50-58 are East Asian dates. */
export function numberStyle(id: number, code?: string): NumberStyle {
  if (code !== undefined) return styleOfCode(code)
  if (id === 22) return DATE
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36) return DAY
  if ((id >= 50 && id <= 54) || id === 57 || id === 58) return DAY
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return TIME
  if (id === 55 || id === 56) return TIME
  return PLAIN
}

function styleOfCode(code: string): NumberStyle {
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  if (/^0{2,}$/.test(bare)) return { kind: 'padded', width: bare.length }
  if (/[yde]/i.test(bare.replace(/general|e[+-]/gi, ''))) return /[hs]/i.test(bare) ? DATE : DAY
  if (/\[[hms]+\]/i.test(code)) return PLAIN
  if (/[hs]/i.test(bare) && !/general/i.test(bare)) return TIME
  return /^m+$/i.test(bare) ? DAY : PLAIN
}

/** The text of a number as stored (`raw`) under its style. `date1904`: serials count from 1904-01-01. */
export function numberText(raw: string, style: NumberStyle, date1904: boolean): CellText {
  const trimmed = raw.trim()
  const value = Number(trimmed)
  if (trimmed === '' || !Number.isFinite(value)) return { text: trimmed }
  if (style.kind === 'date') return serialDate(value, date1904) ?? plainNumber(trimmed, value)
  if (style.kind === 'day') return serialDate(dayOf(value), date1904) ?? plainNumber(trimmed, value)
  if (style.kind === 'time' && value >= 0 && value < LAST_SERIAL) {
    return value < 1 ? { text: clock(value) } : (serialDate(value, date1904) ?? plainNumber(trimmed, value))
  }
  const plain = plainNumber(trimmed, value)
  if (style.kind !== 'padded' || !/^\d+$/.test(plain.text)) return plain
  return { ...plain, text: plain.text.padStart(style.width, '0') }
}

/** Without float noise (15 significant digits, as Excel shows) and without an exponent. */
function plainNumber(raw: string, value: number): CellText {
  if (Number.isInteger(value) && Math.abs(value) >= FIRST_LOSSY_INTEGER) {
    const [digits = '', exponent] = value.toExponential(14).split('e')
    const shown = digits.replace('.', '') + '0'.repeat(Number(exponent) - 14)
    return { text: /^-?\d+$/.test(raw) ? raw : shown, issue: 'number_lost_digits' }
  }
  const clean = Number(value.toPrecision(15))
  const text = String(clean)
  return { text: text.includes('e') ? clean.toFixed(20).replace(/\.?0+$/, '') : text }
}

/** Less than a minute before midnight, where no time is shown, it is the next day, whose seconds were lost on the way. */
function dayOf(serial: number): number {
  const next = Math.ceil(serial)
  return next - serial < LOST_SECONDS / 86_400 ? next : serial
}

/** `YYYY-MM-DD`, followed by ` HH:MM:SS` if there is a time of day; undefined if the serial names no day. */
function serialDate(serial: number, date1904: boolean): CellText | undefined {
  const day = Math.floor(serial)
  if (date1904 ? day < 0 || day > LAST_SERIAL - 1462 : day < 1 || day > LAST_SERIAL) return undefined
  const time = clockOfDay(serial - day)
  if (!date1904 && day === LOTUS_LEAP_DAY) return { text: `1900-02-29${time}`, issue: 'no_such_day' }
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < LOTUS_LEAP_DAY ? 31 : 30)
  return { text: `${new Date(epoch + day * DAY_MS).toISOString().slice(0, 10)}${time}` }
}

function clockOfDay(fraction: number): string {
  const text = clock(fraction)
  return text === '00:00:00' ? '' : ` ${text}`
}

/** `HH:MM:SS` of a fraction of a day; the last half second of a day stays in it. */
function clock(fraction: number): string {
  const seconds = Math.min(86_399, Math.round(fraction * 86_400))
  return new Date(seconds * 1000).toISOString().slice(11, 19)
}

/** Undoes `_x000D_`, which stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const NOT_IN_XML = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu

/** The opposite: escapes what XML cannot hold, carriage returns, and text that would be taken for an escape. */
export function encodeEscapes(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_IN_XML, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}
