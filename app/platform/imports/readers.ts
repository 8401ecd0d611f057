/** Readers of the usual kinds of cell, for subjects to make their fields of. */
import { detached, hasForbiddenCharacters, normaliseText } from '#app/platform/sheets/cell-text.ts'
import { type DateOrder, parseLooseDate } from '#app/platform/sheets/loose-date.ts'
import type { Reader, Reading } from './subject.ts'

const LONGEST_TEXT = 200
const LATEST_TWO_DIGIT_YEAR = 40
/** Numbers and texts are short; a long cell is a mistake or an attack, and is never kept to be compared. */
const REMEMBERED_CELLS = 2_000

/** Reads the same text once: files are written school by school, and most cells repeat the one above. */
export function remembering(read: Reader): Reader {
  const known = new Map<string, Reading>()
  let lastCell = ''
  let last: Reading = null
  return (cell) => {
    if (cell === lastCell) return last
    lastCell = cell
    const seen = known.get(cell)
    if (seen !== undefined || known.size >= REMEMBERED_CELLS) {
      last = seen === undefined ? read(cell) : seen
      return last
    }
    const kept = detached(cell)
    last = read(kept)
    known.set(kept, last)
    return last
  }
}

/** Of a cell that says anything. */
export function notEmpty(read: (text: string) => Reading): Reader {
  return (cell) => {
    const text = normaliseText(cell)
    return text === '' ? null : read(text)
  }
}

export function textReader(longest = LONGEST_TEXT): Reader {
  return notEmpty((text) => {
    if ([...text].length > longest) return { issue: 'text_too_long' }
    return hasForbiddenCharacters(text) ? { issue: 'forbidden_characters' } : { value: text }
  })
}

/** A code as `match` finds it in a list. */
export function codeReader(match: (text: string) => string | null): Reader {
  return notEmpty((text) => {
    const code = match(text)
    return code === null ? { issue: 'code_unknown' } : { value: code }
  })
}

/** A whole number from 0 to `most`; thousands may be parted. */
export function countReader(most: number): Reader {
  return notEmpty((text) => {
    const digits = text.replace(/[,，\s]/g, '')
    const isRight = /^\d{1,9}$/.test(digits) && Number(digits) <= most
    return isRight ? { value: String(Number(digits)) } : { issue: 'number_wrong' }
  })
}

/** `YYYY-MM-DD`; where only a month is written, its first day, marked by `MONTH_ONLY` in front. */
export const MONTH_ONLY = '~'

export function dayReader({ dateOrder }: { dateOrder: DateOrder | undefined }): Reader {
  return notEmpty((text) => {
    const read = parseLooseDate(text, {
      precision: 'month',
      pivot: LATEST_TWO_DIGIT_YEAR,
      yearLast: dateOrder,
    })
    if (read.ok) return { value: read.precision === 'month' ? `${MONTH_ONLY}${read.date}` : read.date }
    return read.reason === 'empty' ? null : { issue: `date_${read.reason}` }
  })
}

/** The day without the mark that only its month was written. */
export function plainDay(date: string): string {
  return date.startsWith(MONTH_ONLY) ? date.slice(MONTH_ONLY.length) : date
}
