/** Check-your-answers from the form itself: what was typed, beside what the fields started with. */
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { CheckLine, FieldView, FormSection } from './form-view.ts'

/** A line for every field whose value is another than what is on record. */
export function checkLines(
  sections: readonly FormSection[],
  values: FormReply['values'],
  t: ServerTranslate,
): CheckLine[] {
  return sections.flatMap(({ fields }) =>
    fields.flatMap((field) => {
      const start = field.isSuggested ? [] : (field.values ?? [field.value ?? ''])
      const before = wordsOf(field, start, t)
      const after = wordsOf(field, [values[field.name] ?? []].flat(), t)
      if (before === after) return []
      const replaced = start.some(Boolean) ? before : undefined
      return [{ term: field.label, before: replaced, after: after || t('form.none_chosen') }]
    }),
  )
}

function wordsOf(
  { kind, options = [], groups = [] }: FieldView,
  values: readonly string[],
  t: ServerTranslate,
): string {
  if (kind === 'check') return t(values.includes('yes') ? 'form.yes' : 'form.no')
  const all = [...options, ...groups.flatMap((group) => group.options)]
  const words = values.map((value) => all.find((option) => option.value === value)?.label ?? value.trim())
  return words.filter(Boolean).join(' ')
}
