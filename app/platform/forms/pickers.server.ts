/** Organisations and people as they are typed into a field; the room that keeps them says how they are found. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { MessageKey } from '#app/platform/i18n/translate.ts'

export const pickerKinds = ['organisation', 'school', 'person'] as const
export type PickerKind = (typeof pickerKinds)[number]

export const isPickerKind = (kind: string): kind is PickerKind => pickerKinds.some((one) => one === kind)

export type Picker = {
  /** The address that offers names for `?q=` what is typed. */
  suggestFrom: string
  /** What the field holds for a typed text; null where it means nobody, or several. `known` ids need no reach. */
  resolve: (db: Db, actor: Actor, text: string, known: readonly string[]) => Promise<string | null>
  unknown: MessageKey
}

const pickers = new Map<PickerKind, Picker>()

export function registerPicker(kind: PickerKind, picker: Picker): void {
  pickers.set(kind, picker)
}

/** Throws where no room has brought one: a form that asks for it could not be filled in. */
export function pickerOf(kind: PickerKind): Picker {
  const picker = pickers.get(kind)
  if (!picker) throw new Error(`no room brings a picker for ${kind}`)
  return picker
}
