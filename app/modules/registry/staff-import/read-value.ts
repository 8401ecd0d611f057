/** Reads one cell as one field: a value, nothing, or why it cannot be one. */
import { codeReader, dayReader, notEmpty, remembering, textReader } from '#app/platform/imports/readers.ts'
import type { Reader, Reading } from '#app/platform/imports/subject.ts'
import { hasEmoji, hasForbiddenCharacters } from '#app/platform/sheets/cell-text.ts'
import type { DateOrder } from '#app/platform/sheets/loose-date.ts'
import { CODE_LISTS, type CodeList, matchCode } from '../codes/index.ts'
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
    case 'codes':
      return remembering(notEmpty((text) => readCodes(CODE_LISTS[codes ?? 'yesNo'], text)))
    case 'note':
      return remembering(notEmpty(readNote))
    case 'hours':
      return remembering(notEmpty(readHours))
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

/** Several codes in one cell, kept parted by commas. */
function readCodes(list: CodeList, text: string): Reading {
  const found = text.split(/[,，、;；\n]+/).map((one) => matchCode(list, one))
  const codes = found.filter((code) => code !== null)
  return codes.length < found.length
    ? { issue: 'code_unknown' }
    : { value: [...new Set(codes)].sort().join() }
}

/** Whether a post stands beside a main one: said by a column of its own (是), or in a remark. Other remarks say nothing. */
function readNote(text: string): Reading {
  if (/^(是|yes|y|true|1)$/i.test(text)) return { value: 'true' }
  return /兼职|兼任|兼课|兼教|走教|part-?time|concurrent/i.test(text) && !/非兼|不兼|无兼/.test(text)
    ? { value: 'true' }
    : null
}

/** Lessons a week, with half ones. */
function readHours(text: string): Reading {
  const hours = /^(\d{1,2}(?:\.\d)?)\s*(节|课时|小时|h)?$/i.exec(text)?.[1]
  return hours === undefined ? { issue: 'number_wrong' } : { value: hours }
}

function readStaffNumber(text: string): Reading {
  const number = parseStaffNumber(text)
  return number.ok ? { value: number.number } : { issue: 'staff_number_wrong' }
}

function readPhone(text: string): Reading {
  const digits = text.replace(/[\s()（）-]/g, '')
  return /^\+?\d{5,20}$/.test(digits) ? { value: digits } : { issue: 'forbidden_characters' }
}
