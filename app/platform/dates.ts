/**
 * Plain calendar dates, half-open periods, school years and terms.
 *
 * A date is its ISO text 'YYYY-MM-DD', so that it compares, sorts, travels as JSON and is stored as it stands;
 * arithmetic goes through Temporal. Nothing here knows what today is: the day is always an argument.
 */
import { Temporal } from 'temporal-polyfill'

/** A calendar day 'YYYY-MM-DD', years 0001 to 9999. Compare two with `<` and `===`. */
export type PlainDate = string

/** From `validFrom` on, until the day before `validTo`; `validTo` null means it still runs. */
export type Period = { validFrom: PlainDate; validTo: PlainDate | null }

/** 秋季 autumn (September to January) or 春季 spring (February to August). */
export type Term = { schoolYear: number; season: 'autumn' | 'spring' }

const FIRST_MONTH_OF_SCHOOL_YEAR = 9
const FIRST_MONTH_OF_SPRING_TERM = 2
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists, written 'YYYY-MM-DD' and nothing else around it. */
export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false
  const [year, month, day] = partsOf(text)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return parse(date).add({ days }).toString()
}

/** Adds months; a day the target month lacks becomes its last (31 January + 1 month = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return parse(date).add({ months }).toString()
}

/** Adds years; 29 February becomes 28 February in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return parse(date).add({ years }).toString()
}

/** Whole days from one date to the other; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return parse(from).until(parse(to), { largestUnit: 'day' }).days
}

/**
 * Completed years, as an age is counted: the year is full on the anniversary itself. A 29 February has its
 * anniversary on 28 February in common years, in step with `addYears`. Negative when `to` is earlier.
 */
export function fullYearsBetween(from: PlainDate, to: PlainDate): number {
  if (to < from) return -fullYearsBetween(to, from) || 0
  const [year] = partsOf(to)
  const years = year - partsOf(from)[0]
  const birthday = from.slice(5)
  const anniversary = birthday === '02-29' && !isLeapYear(year) ? '02-28' : birthday
  return anniversary <= to.slice(5) ? years : years - 1
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The school year 学年 a day lies in, named by the year it starts in: 2026-09-01 and 2027-08-31 → 2026. */
export function schoolYearOf(date: PlainDate): number {
  const [year, month] = partsOf(date)
  return month >= FIRST_MONTH_OF_SCHOOL_YEAR ? year : year - 1
}

/** The first day of a school year: 2026 → 2026-09-01. It ends before `schoolYearStart(2027)`. */
export function schoolYearStart(schoolYear: number): PlainDate {
  return `${String(schoolYear).padStart(4, '0')}-09-01`
}

/** The term 学期 a day lies in; holidays count to the term before them. */
export function termOf(date: PlainDate): Term {
  const month = partsOf(date)[1]
  const spring = month >= FIRST_MONTH_OF_SPRING_TERM && month < FIRST_MONTH_OF_SCHOOL_YEAR
  return { schoolYear: schoolYearOf(date), season: spring ? 'spring' : 'autumn' }
}

function parse(date: PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}

function partsOf(date: PlainDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}
