/** Check-your-answers from the form itself: what was typed, beside what the fields started with. */
import type { FormReply } from '#app/platform/http/form-reply.ts'
import type { CheckLine, FieldView, FormSection } from './form-view.ts'

/** A line for every field whose value is another than at the start; `empty` is the word for nothing. */
export function checkLines(
  sections: readonly FormSection[],
  values: FormReply['values'],
  empty: string,
): CheckLine[] {
  return sections.flatMap(({ fields }) =>
    fields.flatMap((field) => {
      const before = wordsOf(field, field.kind === 'checks' ? (field.values ?? []) : [field.value ?? ''])
      const after = wordsOf(field, [values[field.name] ?? []].flat())
      if (before === after) return []
      return [{ term: field.label, before: before || undefined, after: after || empty }]
    }),
  )
}

function wordsOf({ options = [], groups = [] }: FieldView, values: readonly string[]): string {
  const all = [...options, ...groups.flatMap((group) => group.options)]
  const words = values.map((value) => all.find((option) => option.value === value)?.label ?? value.trim())
  return words.filter(Boolean).join(' ')
}
