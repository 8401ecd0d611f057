// Names of the mapping form's choices; the form and the action that reads it share them.
import { type FieldKey, isFieldKey } from '../fields.ts'

const PREFIX = 'map.'
const FIXED = ' ='

export function choiceName(key: string): string {
  return `${PREFIX}${key}`
}

/** The choice that every row has this code; no heading begins so, for a heading's spaces are cut. */
export function fixedChoice(code: string): string {
  return `${FIXED}${code}`
}

/** The code of such a choice; null for a heading. */
export function codeOfChoice(choice: string): string | null {
  return choice.startsWith(FIXED) ? choice.slice(FIXED.length) : null
}

/** The field a control's name stands for; null for other controls. */
export function fieldOfChoice(name: string): FieldKey | null {
  const key = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : ''
  return isFieldKey(key) ? key : null
}
