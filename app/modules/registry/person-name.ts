/**
 * A person's name as it comes from a form or a roster: brought to one spelling, or refused with a reason.
 * Names of every script are welcome, rare characters beyond the BMP (𠮷, 𬍛) and minority names with a dot too.
 */

import { halfWidth } from '#app/platform/sheets/half-width.ts'
import { HAN_RANGES } from './han.ts'

export type NameRefusal = 'empty' | 'too_long' | 'characters' | 'no_letter'

export type NameCheck = { ok: true; name: string } | { ok: false; reason: NameRefusal }

/** The longest name, in characters as people count them (code points). */
export const NAME_MAX_LENGTH = 50

/** Longer text is not even looked at: no decomposed spelling of a permitted name needs so much. */
const ABSURD_LENGTH = 1000

const HAN = `[${HAN_RANGES}]`
const HAN_SPACES = new RegExp(`(?<=${HAN})\\s+(?=${HAN})`, 'gu')
const HAN_FULL_STOP = new RegExp(`(?<=${HAN})\\s*[.]\\s*(?=${HAN})`, 'gu')
const LETTER = new RegExp(`[\\p{L}${HAN_RANGES}]`, 'u')
const PERMITTED = new RegExp(`^[\\p{L}\\p{M}\\p{Nd}${HAN_RANGES} ·.'’-]+$`, 'u')

/** Marks that cannot be seen: zero-width signs and variation selectors that copy and paste carries along. */
const INVISIBLE = /\u200B|\u200E|\u200F|\u2060|\uFEFF|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu

/** The dots people type in place of the middle dot · (U+00B7) of 阿卜杜拉·买买提. */
const MIDDLE_DOTS = /\s*[·•‧・･∙⋅]\s*/g

/** The keycap mark is a combining one by its category, and still part of an emoji. */
const KEYCAP = /\u20E3/

/** Most names of a roster: common Han characters and nothing to settle. */
const COMMON = new RegExp(`^[\u4E00-\u9FFF]{1,${NAME_MAX_LENGTH}}$`)

/** The name in its one spelling (NFC, spaces and dots settled), or why it cannot be one. */
export function checkName(text: string): NameCheck {
  if (COMMON.test(text)) return { ok: true, name: text }
  if (text.length > ABSURD_LENGTH) return { ok: false, reason: 'too_long' }
  const name = oneSpelling(text)
  if (name === '') return { ok: false, reason: 'empty' }
  if ([...name].length > NAME_MAX_LENGTH) return { ok: false, reason: 'too_long' }
  if (!PERMITTED.test(name) || KEYCAP.test(name)) return { ok: false, reason: 'characters' }
  if (!LETTER.test(name)) return { ok: false, reason: 'no_letter' }
  return { ok: true, name }
}

function oneSpelling(text: string): string {
  return halfWidth(text)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(MIDDLE_DOTS, '·')
    .replace(HAN_FULL_STOP, '·')
    .replace(HAN_SPACES, '')
    .replace(/\s+/g, ' ')
    .trim()
}
