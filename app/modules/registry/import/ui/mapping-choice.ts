// Names of the mapping form's choices; the form and the action that reads it share them.
import { type FieldKey, isFieldKey } from '../fields.ts'

const PREFIX = 'map.'

export function choiceName(key: string): string {
  return `${PREFIX}${key}`
}

/** The field a control's name stands for; null for other controls. */
export function fieldOfChoice(name: string): FieldKey | null {
  const key = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : ''
  return isFieldKey(key) ? key : null
}
