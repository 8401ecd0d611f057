/**
 * Resident identity number 公民身份号码 (GB 11643): reads it as people write it, checks it, masks it.
 * Six digits of area, eight of birth date, three of sequence (odd is male), one check character.
 */
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import { halfWidth } from '#app/platform/sheets/half-width.ts'

export type ResidentIdRefusal = 'length' | 'characters' | 'birth_date' | 'check_digit'

export type ResidentIdCheck =
  | {
      ok: true
      /** 18 characters, X in upper case. */
      number: string
      birthDate: PlainDate
      /** GB/T 2261.1: 1 male, 2 female. */
      sex: '1' | '2'
      /** It was given in the 15-digit form that was issued until 1999. */
      upgradedFrom15: boolean
    }
  | {
      ok: false
      reason: ResidentIdRefusal
      /** Only with `check_digit`: what the last character would have to be. */
      expectedCheckDigit?: string
    }

/** Area code 371599 is assigned to no place: a number with it can be nobody's, so demo people carry it. */
const MADE_AREA_CODE = '371599'

const RESIDENT_CARD = '1'
const EARLIEST_BIRTH: PlainDate = '1900-01-01'
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/**
 * Reads a number as typed: spaces, full-width digits and a lower-case x are put right, the 15-digit form is
 * brought to 18. Whether the birth date lies in the future is for the caller to say, who knows the day.
 */
export function checkResidentId(text: string): ResidentIdCheck {
  const typed = halfWidth(text).replace(/\s/g, '').toUpperCase()
  if (!/^\d*X?$/.test(typed)) return { ok: false, reason: 'characters' }
  if (typed.length !== 18 && typed.length !== 15) return { ok: false, reason: 'length' }

  const upgradedFrom15 = typed.length === 15
  if (upgradedFrom15 && typed.endsWith('X')) return { ok: false, reason: 'characters' }

  const first17 = upgradedFrom15 ? `${typed.slice(0, 6)}19${typed.slice(6)}` : typed.slice(0, 17)
  const birthDate = birthDateIn(first17)
  if (!isPlainDate(birthDate) || birthDate < EARLIEST_BIRTH) return { ok: false, reason: 'birth_date' }

  const expectedCheckDigit = residentIdCheckDigit(first17)
  if (!upgradedFrom15 && typed.charAt(17) !== expectedCheckDigit) {
    return { ok: false, reason: 'check_digit', expectedCheckDigit }
  }
  const sex = Number(first17.charAt(16)) % 2 === 1 ? '1' : '2'
  return { ok: true, number: first17 + expectedCheckDigit, birthDate, sex, upgradedFrom15 }
}

/**
 * Whether a text typed into a search is meant as a resident number, a mistyped one included: such a text never goes
 * into an address or a log. Staff numbers of employers are shorter.
 */
export function looksLikeResidentId(text: string): boolean {
  return /^\d{14,19}X?$/.test(halfWidth(text).replace(/[\s-]/g, '').toUpperCase())
}

/** The 18th character for the first 17 digits, by ISO 7064 MOD 11-2. Throws on anything but 17 digits. */
export function residentIdCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a resident number starts with 17 digits')
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** A number of the unassigned area, for people of the demo and of tests. `sequence` 0 to 999, odd is male. */
export function madeResidentId(birthDate: PlainDate, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) {
    throw new RangeError(`sequence out of 0 to 999: ${sequence}`)
  }
  const first17 = MADE_AREA_CODE + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return first17 + residentIdCheckDigit(first17)
}

/** What a reader without the right to the whole sees: area and the last four, 371599********123X. */
export function maskResidentId(number: string): string {
  return `${number.slice(0, 6)}${'*'.repeat(Math.max(0, number.length - 10))}${number.slice(-4)}`
}

/** The same for any document by its kind (JY/T 1001): others have short numbers, two characters at each end say enough. */
export function maskDocumentNumber(idKind: string, number: string): string {
  if (idKind === RESIDENT_CARD) return maskResidentId(number)
  return `${number.slice(0, 2)}${'*'.repeat(Math.max(4, number.length - 4))}${number.slice(-2)}`
}

function birthDateIn(first17: string): string {
  return `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`
}
