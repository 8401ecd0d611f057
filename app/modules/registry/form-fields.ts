/** The fields that only the registry has: codes of its lists, a person's name and phone. Messages are keys. */
import { z } from 'zod'
import type { FieldSpec } from '#app/platform/forms/form-spec.ts'
import { emptyToNull } from '#app/platform/forms/schemas.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import type { Option } from '#app/ui/field.tsx'
import { CODE_LISTS, type CodeList, type CodeListName, type CodeOf, isCodeOf } from './codes/index.ts'
import { checkName } from './person-name.ts'

type ListOf<Name extends CodeListName> = (typeof CODE_LISTS)[Name]
type Told = { required?: boolean; hint?: ServerKey; only?: (code: string) => boolean }

/** A code of the list. */
export function code<List extends CodeList>(list: List) {
  return z
    .string({ error: 'form.required' })
    .min(1, 'form.required')
    .refine((value): value is CodeOf<List> => isCodeOf(list, value), 'registry.form.code')
}

/** A code of the list, null when nothing is chosen. */
export function optionalCode<List extends CodeList>(list: List) {
  return z.preprocess(
    emptyToNull,
    z
      .string()
      .refine((value): value is CodeOf<List> => isCodeOf(list, value), 'registry.form.code')
      .nullable()
      .default(null),
  )
}

/** Several codes of the list: one field given several times. */
export function codes<List extends CodeList>(list: List) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().refine((one): one is CodeOf<List> => isCodeOf(list, one), 'registry.form.code')),
  )
}

/** The entries of a code list as options. */
export function optionsOf(list: CodeListName, locale: Locale, only?: (code: string) => boolean): Option[] {
  const entries: CodeList = CODE_LISTS[list]
  return entries
    .filter(({ code }) => only?.(code) ?? true)
    .map((entry) => ({ value: entry.code, label: locale === 'en' ? entry.en : entry.zh }))
}

/** A choice out of a code list. */
export function codeField<const Name extends CodeListName>(list: Name, label: ServerKey, told: Told = {}) {
  const { required, hint, only } = told
  const options: FieldSpec['options'] = ({ locale }) => optionsOf(list, locale, only)
  const schema = optionalCode(CODE_LISTS[list] as ListOf<Name>)
  return { kind: 'select', label, hint, required, options, schema } satisfies FieldSpec
}

/** A choice out of a code list that must be made. */
export function requiredCodeField<const Name extends CodeListName>(
  list: Name,
  label: ServerKey,
  told: Told = {},
) {
  const schema = code(CODE_LISTS[list] as ListOf<Name>)
  return { ...codeField(list, label, { ...told, required: true }), schema }
}

/** Several out of a code list. */
export function codesField<const Name extends CodeListName>(list: Name, label: ServerKey) {
  const options: FieldSpec['options'] = ({ locale }) => optionsOf(list, locale)
  const schema = codes(CODE_LISTS[list] as ListOf<Name>)
  return { kind: 'checks', label, options, schema } satisfies FieldSpec
}

/** A person's name in its one spelling. */
export const personName = z.string({ error: 'form.required' }).transform((typed, context) => {
  const checked = checkName(typed)
  if (checked.ok) return checked.name
  context.addIssue({ code: 'custom', message: `registry.form.name_${checked.reason}` })
  return z.NEVER
})

/** A mobile or landline number with area code; spaces and hyphens are taken out. */
export const optionalPhone = z.preprocess(
  emptyToNull,
  z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .refine((typed) => /^\+?\d{7,15}$/.test(typed), 'registry.form.phone')
    .nullable()
    .default(null),
)
