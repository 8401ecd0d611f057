// Reads a day or a month as people in Chinese offices write it, and says why it cannot. Never guesses between two
// readings: a wrong birth month costs a person years of pension.
import { normaliseText } from './cell-text.ts'

export type DatePrecision = 'day' | 'month'

export type LooseDate =
  | { ok: true; date: string; precision: DatePrecision }
  | { ok: false; reason: LooseDateRefusal }

/**
 * `ambiguous`: could be read in two ways (7/1/1985; 1985.1, which may have been 1985.10 before a spreadsheet cut it),
 * or is coarser than asked for (1985; 1985.7 where a day is needed). `no_such_day`: 30 February.
 */
export type LooseDateRefusal = 'empty' | 'not_a_date' | 'no_such_day' | 'ambiguous' | 'out_of_range'

export interface LooseDateOptions {
  /** The coarsest answer that is of use: with `month`, a date without a day is taken for the first of its month. */
  precision: DatePrecision
  /** Two-digit years above this are of the 1900s, others of the 2000s: usually the current year's last two digits. */
  pivot: number
  /** What stands first where a date of three short numbers, or with its year last, names several days; left out, it is ambiguous. */
  yearLast?: DateOrder | undefined
}

export const DATE_ORDERS = ['day_first', 'month_first', 'year_first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** No living teacher, and no date in a roster, lies outside. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** Spreadsheet serials that are taken for days when written as plain digits: 1927-05-18 to 2119-01-10. */
const FIRST_SERIAL = 10_000
const LAST_SERIAL = 80_000
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

const TIME_OF_DAY = /[T ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z?$/
const CHINESE = /^(\d{4}|\d{2})年(\d{1,2})月(?:(\d{1,2})[日号]?)?$/
const SEPARATED = /^(\d{4}|\d{2})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/

/**
 * Takes 1985-07-01, 1985/7/1, 1985.7, 198507, 19850701, 1985年7月(1日), 85/7/1, spreadsheet serials as plain digits,
 * all of them in full-width digits too and with a time of day behind, which is dropped. `date` is `YYYY-MM-DD`.
 */
export function parseLooseDate(text: string, options: LooseDateOptions): LooseDate {
  const clean = halfWidthSeparators(normaliseText(text))
  if (clean === '') return { ok: false, reason: 'empty' }
  const compact = clean.replace(TIME_OF_DAY, '').replaceAll(' ', '')
  if (/^\d+$/.test(compact)) return fromDigits(compact, options)
  const [, year, , month, day] = SEPARATED.exec(compact) ?? chineseParts(compact)
  if (year === undefined || month === undefined) {
    return fromYearLast(compact, options)
  }
  // 85/7 may be a month of 1985 as well as a day of some year.
  if (year.length === 2 && day === undefined && !compact.includes('年'))
    return { ok: false, reason: 'ambiguous' }
  if (day === undefined && /^\d{4}\.1$/.test(compact)) return { ok: false, reason: 'ambiguous' }
  if (year.length === 2 && day !== undefined && compact.includes('/'))
    return fromShort([year, month, day], options)
  return calendarDate(
    fullYear(year, options.pivot),
    Number(month),
    day === undefined ? null : Number(day),
    options,
  )
}

/** 03/04/12 is three days, 85/7/1 one. With dots or strokes between, people here write the year first. */
function fromShort([a, b, c]: [string, string, string], options: LooseDateOptions): LooseDate {
  const read = (year: string, month: string, day: string): LooseDate =>
    year.length === 2
      ? calendarDate(fullYear(year, options.pivot), Number(month), Number(day), options)
      : { ok: false, reason: 'not_a_date' }
  const readings: Record<DateOrder, LooseDate> = {
    year_first: read(a, b, c),
    day_first: read(c, b, a),
    month_first: read(c, a, b),
  }
  if (options.yearLast) return readings[options.yearLast]
  const days = Object.values(readings).filter((one) => one.ok)
  const [only] = days
  if (!only) return readings.day_first
  return days.every(({ date }) => date === only.date) ? only : { ok: false, reason: 'ambiguous' }
}

/** 03/04/2012 is two days; 25/12/2012 and 4/4/2012 are one each. A year of two digits may stand anywhere. */
function fromYearLast(compact: string, options: LooseDateOptions): LooseDate {
  const [, first, , second, year] = YEAR_LAST.exec(compact) ?? []
  if (first === undefined || second === undefined || year === undefined)
    return { ok: false, reason: 'not_a_date' }
  if (year.length === 2) return fromShort([first, second, year], options)
  const read = (month: string, day: string) => calendarDate(Number(year), Number(month), Number(day), options)
  const [dayFirst, monthFirst] = [read(second, first), read(first, second)]
  if (options.yearLast === 'day_first') return dayFirst
  if (options.yearLast === 'month_first') return monthFirst
  if (!dayFirst.ok || !monthFirst.ok) return dayFirst.ok ? dayFirst : monthFirst
  return dayFirst.date === monthFirst.date ? dayFirst : { ok: false, reason: 'ambiguous' }
}

function chineseParts(compact: string): (string | undefined)[] {
  const [all, year, month, day] = CHINESE.exec(compact) ?? []
  return [all, year, '年', month, day]
}

/** Digits alone: 19850701, 198507, a serial of five; a bare year is not enough. */
function fromDigits(digits: string, options: LooseDateOptions): LooseDate {
  const part = (from: number, to: number) => Number(digits.slice(from, to))
  if (digits.length === 8) return calendarDate(part(0, 4), part(4, 6), part(6, 8), options)
  if (digits.length === 6) return calendarDate(part(0, 4), part(4, 6), null, options)
  if (digits.length === 4) return { ok: false, reason: 'ambiguous' }
  const serial = Number(digits)
  if (digits.length !== 5) return { ok: false, reason: 'not_a_date' }
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return { ok: false, reason: 'out_of_range' }
  const date = new Date(SERIAL_EPOCH + serial * DAY_MS).toISOString().slice(0, 10)
  if (Number(date.slice(0, 4)) > LAST_YEAR) return { ok: false, reason: 'out_of_range' }
  return { ok: true, date, precision: 'day' }
}

function fullYear(year: string, pivot: number): number {
  if (year.length === 4) return Number(year)
  return Number(year) + (Number(year) > pivot ? 1900 : 2000)
}

function calendarDate(year: number, month: number, day: number | null, options: LooseDateOptions): LooseDate {
  if (month < 1 || month > 12) return { ok: false, reason: 'no_such_day' }
  if (day !== null && (day < 1 || day > daysInMonth(year, month))) return { ok: false, reason: 'no_such_day' }
  if (year < FIRST_YEAR || year > LAST_YEAR) return { ok: false, reason: 'out_of_range' }
  if (day === null && options.precision === 'day') return { ok: false, reason: 'ambiguous' }
  const pad = (number: number, width: number) => String(number).padStart(width, '0')
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day ?? 1, 2)}`
  return { ok: true, date, precision: day === null ? 'month' : 'day' }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function halfWidthSeparators(text: string): string {
  return text.replaceAll('－', '-').replaceAll('／', '/').replaceAll('．', '.').replaceAll('：', ':')
}
