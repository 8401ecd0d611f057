/** Reads one cell as one field: a value, nothing, or why it cannot be one. */
import { codeReader, dayReader, notEmpty, remembering, textReader } from '#app/platform/imports/readers.ts'
import type { Reader, Reading } from '#app/platform/imports/subject.ts'
import { hasEmoji, hasForbiddenCharacters } from '#app/platform/sheets/cell-text.ts'
import type { DateOrder } from '#app/platform/sheets/loose-date.ts'
import { CODE_LISTS, matchCode } from '../codes/index.ts'
import { checkName } from '../person-name.ts'
import { parseStaffNumber } from '../staff-number.ts'
import { type FieldKey, fieldOf } from './fields.ts'

/** A reader of cells of one field. An identity number is read as it stands: what it is, the whole row tells. */
export function readerOf(key: FieldKey, dateOrder?: DateOrder): Reader {
  const { kind, codes } = fieldOf(key)
  switch (kind) {
    case 'idNumber':
      return (cell) => ({ value: cell })
    case 'name':
      return remembering(readName)
    case 'code': {
      const list = CODE_LISTS[codes ?? 'yesNo']
      return remembering(codeReader((text) => matchCode(list, text)))
    }
    case 'day':
    case 'month':
      return remembering(dayReader({ dateOrder }))
    case 'staffNumber':
      return remembering(notEmpty(readStaffNumber))
    case 'phone':
      return remembering(notEmpty(readPhone))
    default:
      return remembering(textReader())
  }
}

function readName(cell: string): Reading {
  if (hasForbiddenCharacters(cell)) return { issue: 'forbidden_characters' }
  if (hasForbiddenCharacters(cell, { privateUse: true })) return { issue: 'private_use_character' }
  if (hasEmoji(cell)) return { issue: 'emoji' }
  const name = checkName(cell)
  if (name.ok) return { value: name.name }
  return name.reason === 'empty' ? null : { issue: `name_${name.reason}` }
}

function readStaffNumber(text: string): Reading {
  const number = parseStaffNumber(text)
  return number.ok ? { value: number.number } : { issue: 'staff_number_wrong' }
}

function readPhone(text: string): Reading {
  const digits = text.replace(/[\s()（）-]/g, '')
  return /^\+?\d{5,20}$/.test(digits) ? { value: digits } : { issue: 'forbidden_characters' }
}
