/** A declared form in the reader's words, each field with what it starts with. */
import type { Words } from '#app/platform/i18n/words.ts'
import type { FieldSpec, SectionSpec } from './form-spec.ts'
import type { FieldView, FormSection } from './form-view.ts'
import { isPickerKind, pickerOf } from './pickers.server.ts'

/** What the fields of a form start with, by name: what is on record, or what is suggested. */
export type StartValues = Readonly<Record<string, unknown>>

export type Drawing = {
  values?: StartValues
  /** What this page says otherwise of a field, e.g. narrower options. */
  fields?: Readonly<Record<string, Partial<FieldView>>>
  /** What the fields start with is not on record yet: it is checked like anything typed. */
  isNew?: boolean
}

/** The sections in words, each field with what it starts with. */
export function drawSections(
  sections: readonly SectionSpec[],
  words: Words,
  { values = {}, fields: changed = {}, isNew }: Drawing = {},
): FormSection[] {
  return sections.map(({ id, title, about, fields }) => ({
    id,
    title: title && words.t(title),
    description: about && words.t(about),
    fields: Object.entries(fields).map(([name, spec]) => ({
      ...drawField(name, spec, words, values[name]),
      ...(isNew && { isSuggested: true }),
      ...changed[name],
    })),
  }))
}

function drawField(name: string, spec: FieldSpec, words: Words, value: unknown): FieldView {
  const { kind, required, min, max, mostRows } = spec
  const { t } = words
  const emptyLabel = spec.emptyLabel ?? (required ? 'form.choose' : 'form.none_chosen')
  return {
    kind,
    name,
    label: t(spec.label),
    hint: spec.hint && t(spec.hint),
    required,
    unit: spec.unit && t(spec.unit),
    ...{ min, max, mostRows },
    options: spec.options?.(words),
    emptyLabel: kind === 'select' ? t(emptyLabel) : undefined,
    suggestFrom: isPickerKind(kind) ? pickerOf(kind).suggestFrom : undefined,
    columns:
      spec.columns &&
      Object.entries(spec.columns).map(([one, column]) => drawField(one, column, words, undefined)),
    ...startOf(value),
  }
}

function startOf(value: unknown): Pick<FieldView, 'value' | 'values' | 'rows'> {
  if (value === undefined || value === null || value === false) return {}
  if (value === true) return { value: 'yes' }
  if (!Array.isArray(value)) return { value: String(value) }
  if (value.some((one) => typeof one === 'object')) return { rows: value.map(textsOf) }
  return { values: value.map(String) }
}

function textsOf(row: object): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]))
}
