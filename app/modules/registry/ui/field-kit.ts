/** Makes the fields of the registry's forms: labels and options in the reader's language, from the code lists. */
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { MessageKey, Translate } from '#app/platform/i18n/translate.ts'
import type { Option } from '#app/ui/field.tsx'
import { CODE_LISTS, type CodeList, type CodeListName, codeLabel } from '../codes/index.ts'
import type { FieldView } from './form-view.ts'

/** Who reads the form. */
export type Words = { t: Translate; locale: Locale }

export type FieldExtras = Partial<Omit<FieldView, 'kind' | 'name' | 'label'>>

/** The entries of a code list as options. */
export function optionsOf(list: CodeListName, locale: Locale, only?: (code: string) => boolean): Option[] {
  const entries: CodeList = CODE_LISTS[list]
  return entries
    .filter(({ code }) => only?.(code) ?? true)
    .map((entry) => ({ value: entry.code, label: locale === 'en' ? entry.en : entry.zh }))
}

/** The words of a code, or of no code. */
export function codeText(list: CodeListName, code: string | null | undefined, { t, locale }: Words): string {
  return code ? codeLabel(CODE_LISTS[list], code, locale) : t('staff.not_given')
}

/** A field whose label is the message `staff.field_<name>`, and its hint `staff.hint_<name>` when asked for. */
export function field(
  kind: FieldView['kind'],
  name: string,
  label: MessageKey,
  { t }: Words,
  extras: FieldExtras = {},
): FieldView {
  return { kind, name, label: t(label), ...extras }
}

/** A choice out of a code list; the empty choice stands first unless the field must be filled. */
export function choice(
  list: CodeListName,
  name: string,
  label: MessageKey,
  words: Words,
  extras: FieldExtras = {},
): FieldView {
  const emptyLabel = words.t(extras.required ? 'staff.choose' : 'staff.none_chosen')
  const options = extras.options ?? optionsOf(list, words.locale)
  return { kind: 'select', name, label: words.t(label), emptyLabel, ...extras, options }
}
