/** Reads one cell as one field: a value, nothing, or why it cannot be one. */
import { detached, hasEmoji, hasForbiddenCharacters, normaliseText } from '#app/platform/sheets/cell-text.ts'
import { type DateOrder, parseLooseDate } from '#app/platform/sheets/loose-date.ts'
import { CODE_LISTS, matchCode } from '../codes/index.ts'
import { checkName } from '../person-name.ts'
import { parseStaffNumber } from '../staff-number.ts'
import type { IssueCode } from './batch.ts'
import { type FieldKey, fieldOf } from './fields.ts'

export type Reading = { value: string } | { issue: IssueCode } | null

const LONGEST_TEXT = 200
const LATEST_TWO_DIGIT_YEAR = 40

/** Numbers and texts are short; a long cell is a mistake or an attack, and is never kept to be compared. */
const REMEMBERED_CELLS = 2_000

/** Reads cells of one field; the same text is read once. */
export function readerOf(key: FieldKey, dateOrder?: DateOrder): (cell: string) => Reading {
  const read = plainReaderOf(key, dateOrder)
  const known = new Map<string, Reading>()
  let lastCell = ''
  let last: Reading = null
  return (cell) => {
    // Rosters are written school by school: most cells repeat the one above.
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

function plainReaderOf(key: FieldKey, dateOrder: DateOrder | undefined): (cell: string) => Reading {
  const field = fieldOf(key)
  switch (field.kind) {
    case 'name':
      return readName
    case 'code': {
      const list = CODE_LISTS[field.codes ?? 'yesNo']
      return (cell) => notEmpty(cell, (text) => found(matchCode(list, text), 'code_unknown'))
    }
    case 'day':
    case 'month':
      return (cell) => notEmpty(cell, (text) => readMonth(text, dateOrder))
    case 'staffNumber':
      return (cell) => notEmpty(cell, readStaffNumber)
    case 'phone':
      return (cell) => notEmpty(cell, readPhone)
    default:
      return (cell) => notEmpty(cell, readText)
  }
}

function notEmpty(cell: string, read: (text: string) => Reading): Reading {
  const text = normaliseText(cell)
  return text === '' ? null : read(text)
}

function found(value: string | null, otherwise: IssueCode): Reading {
  return value === null ? { issue: otherwise } : { value }
}

function readText(text: string): Reading {
  if (text.length > LONGEST_TEXT) return { issue: 'text_too_long' }
  return hasForbiddenCharacters(text) ? { issue: 'forbidden_characters' } : { value: text }
}

function readName(cell: string): Reading {
  if (hasForbiddenCharacters(cell)) return { issue: 'forbidden_characters' }
  if (hasForbiddenCharacters(cell, { privateUse: true })) return { issue: 'private_use_character' }
  if (hasEmoji(cell)) return { issue: 'emoji' }
  const name = checkName(cell)
  if (name.ok) return { value: name.name }
  return name.reason === 'empty' ? null : { issue: `name_${name.reason}` }
}

/** `YYYY-MM-DD`; where only a month is written, its first day with `~` in front. */
function readMonth(text: string, yearLast: DateOrder | undefined): Reading {
  const read = parseLooseDate(text, { precision: 'month', pivot: LATEST_TWO_DIGIT_YEAR, yearLast })
  if (read.ok) return { value: read.precision === 'month' ? `~${read.date}` : read.date }
  return read.reason === 'empty' ? null : { issue: `date_${read.reason}` }
}

function readStaffNumber(text: string): Reading {
  const number = parseStaffNumber(text)
  return number.ok ? { value: number.number } : { issue: 'staff_number_wrong' }
}

function readPhone(text: string): Reading {
  const digits = text.replace(/[\s()（）-]/g, '')
  return /^\+?\d{5,20}$/.test(digits) ? { value: digits } : { issue: 'forbidden_characters' }
}
