/**
 * A county's counted pay month by month 逐月, and what it comes to over twelve months 近十二个月. A year that is paid as a whole is spread
 * over its months. Pure; money is fen.
 */
import { dividedFen } from '#app/platform/money.ts'
import { MONTHS, WHOLE_YEAR } from './codes.ts'

/** Months since the year 0: January 2025 is 24300. */
export type MonthNumber = number
export const monthNumber = (year: number, month: number): MonthNumber => year * MONTHS + month - 1
export const yearOfMonth = (month: MonthNumber): number => Math.floor(month / MONTHS)

/** What was paid in a month (WHOLE_YEAR: the year as one) of items that count, and for how many months worked. */
export type CountedMonth = { year: number; month: number; fen: bigint; months: number }

/** Both twelvefold, so that a month's share of a whole year is exact. */
export type MonthPaid = { fen: bigint; months: bigint }

/** Months in which anybody worked. */
export function monthsPaid(rows: readonly CountedMonth[]): Map<MonthNumber, MonthPaid> {
  const found = new Map<MonthNumber, MonthPaid>()
  const add = (at: MonthNumber, fen: bigint, months: bigint) => {
    const before = found.get(at) ?? { fen: 0n, months: 0n }
    found.set(at, { fen: before.fen + fen, months: before.months + months })
  }
  const twelve = BigInt(MONTHS)
  for (const { year, month, fen, months } of rows) {
    if (months === 0) continue
    if (month !== WHOLE_YEAR) add(monthNumber(year, month), fen * twelve, BigInt(months) * twelve)
    else for (let of = 1; of <= MONTHS; of++) add(monthNumber(year, of), fen, BigInt(months))
  }
  return found
}

/** The sum over months from `first` to `last`; null where one of them is not there. */
export function sumOver(
  paid: ReadonlyMap<MonthNumber, MonthPaid>,
  first: MonthNumber,
  last: MonthNumber,
): MonthPaid | null {
  const sum = { fen: 0n, months: 0n }
  for (let at = first; at <= last; at++) {
    const month = paid.get(at)
    if (!month) return null
    sum.fen += month.fen
    sum.months += month.months
  }
  return sum
}

/** A year's pay a head at the pace of these months. */
export const yearlyOf = ({ fen, months }: MonthPaid): bigint => dividedFen(fen * BigInt(MONTHS), months)

/** The last month of which anything is known. */
export const lastMonth = (paid: ReadonlyMap<MonthNumber, MonthPaid>): MonthNumber | null =>
  paid.size > 0 ? Math.max(...paid.keys()) : null

/** The twelve months that end with this one; null where one is missing. */
export const twelveTo = (paid: ReadonlyMap<MonthNumber, MonthPaid>, last: MonthNumber): MonthPaid | null =>
  sumOver(paid, last - MONTHS + 1, last)

/** The benchmark of the same twelve months: of each month a twelfth of its year's. Null where a year has none. */
export function benchmarkTo(last: MonthNumber, ofYear: (year: number) => bigint | null): bigint | null {
  let sum = 0n
  for (let at = last - MONTHS + 1; at <= last; at++) {
    const fen = ofYear(yearOfMonth(at))
    if (fen === null) return null
    sum += fen
  }
  return dividedFen(sum, BigInt(MONTHS))
}
