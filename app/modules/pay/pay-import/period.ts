/** The month, or the year as a whole, that pay is for, as files write it. */
import { MONTHS, WHOLE_YEAR } from '../codes.ts'

export type PayPeriod = { year: number; month: number }

const EARLIEST_YEAR = 1990
const LATEST_YEAR = 2100

/** 2025-03, 202503, 2025年3月, 2025/3/1, 2025.3; a year alone is the year as a whole. Null for anything else, as month 13. */
export function parsePeriod(text: string): PayPeriod | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const found =
    /^(\d{4})(?:年度?)?$/.exec(plain) ??
    /^(\d{4})(\d{2})$/.exec(plain) ??
    /^(\d{4})[-/.年](\d{1,2})(?:月份?)?(?:[-/.]?\d{1,2}日?)?$/.exec(plain)
  if (!found) return null
  const year = Number(found[1])
  const month = found[2] === undefined ? WHOLE_YEAR : Number(found[2])
  const isMonth = found[2] === undefined || (month >= 1 && month <= MONTHS)
  return isMonth && year >= EARLIEST_YEAR && year < LATEST_YEAR ? { year, month } : null
}

/** As codes of the importer: 2025-03, or 2025. */
export function periodCode({ year, month }: PayPeriod): string {
  return month === WHOLE_YEAR ? String(year) : `${year}-${String(month).padStart(2, '0')}`
}

/** The period that a title tells: 聊城市2025年3月份工资发放表. Null where none, or more than one, is told. */
export function periodIn(texts: readonly string[]): PayPeriod | null {
  const told = texts.flatMap((text) => {
    const months = [...text.normalize('NFKC').matchAll(/(\d{4})\s*年?[-/.]?\s*(\d{1,2})\s*月/g)]
    const years = months.length > 0 ? [] : [...text.normalize('NFKC').matchAll(/(\d{4})\s*年度/g)]
    return [...months, ...years].flatMap(
      ([, year, month]) => parsePeriod(month ? `${year}-${month}` : `${year}`) ?? [],
    )
  })
  const codes = [...new Set(told.map(periodCode))]
  return codes.length === 1 ? (told[0] ?? null) : null
}
