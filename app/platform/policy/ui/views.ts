/** What the settings pages show; every text is in the reader's language. */
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { Option } from '#app/ui/field.tsx'

export type SettingRow = {
  key: string
  href: string
  name: string
  value: string
  from: string
  source: string
}

export type SettingsView = {
  heading: string
  places: Option[]
  placeId: string
  day: string
  isToday: boolean
  rooms: { name: string; rows: SettingRow[] }[]
  exportHref: string
}

export type PeriodRow = {
  id: string
  value: string
  place: string
  validFrom: string
  until: string
  source: string
  setBy: string
}

/** The control that takes a value of the setting's kind. */
export type ValueControl = {
  kind: 'number' | 'choice'
  unit?: string
  options: Option[]
  value: string
}

export type SettingView = {
  name: string
  place: string
  listHref: string
  facts: { term: string; value: string }[]
  periods: PeriodRow[]
  /** Null for who may not set it. */
  form: Pick<FormView, 'sections' | 'submitLabel'> | null
}

export type EffectView = {
  text: string
  people: { id: string; name: string; place: string; href: string | undefined }[]
  more: boolean
}

/** What was typed, to be looked at once more. */
export type CheckView = {
  facts: { term: string; value: string }[]
  effects: EffectView[]
  typed: { mode: string; value: string; validFrom: string; source: string }
}
