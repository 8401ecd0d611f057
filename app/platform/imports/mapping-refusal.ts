/** What is wrong with a mapping that a person has set. */
import { type Mapping, type MappingRefusal, PLAIN, type ProfileOptions } from './batch.ts'
import type { Subject } from './subject.ts'

/** Null where nothing is; `values.fields` are keys of fields, of which one would do. */
export function refusalOf(
  subject: Subject,
  mapping: Mapping,
  options: ProfileOptions,
  headings: readonly string[],
): { reason: MappingRefusal; values?: { heading?: string; fields?: string } } | null {
  const fixed = options.fixed ?? {}
  const wrong = Object.entries(fixed).find(([key, value]) => !mayBeFixed(subject, key, value ?? ''))
  if (wrong) return { reason: 'heading_unknown', values: { heading: wrong[1] ?? '' } }
  const [missing] = missingFields(subject, { ...fixed, ...mapping })
  if (missing) return { reason: 'not_mapped', values: { fields: missing.join() } }
  const used = Object.values(mapping).filter((heading) => heading !== undefined)
  const twice = used.find((heading, at) => used.indexOf(heading) !== at)
  if (twice !== undefined) return { reason: 'heading_used_twice', values: { heading: twice } }
  const unknown = used.find((heading) => !headings.includes(heading))
  if (unknown !== undefined) return { reason: 'heading_unknown', values: { heading: unknown } }
  const { keys } = subject
  const hasKey = keys.fields.some((key) => mapping[key]) || options.recipe !== PLAIN
  const isUnneeded = keys.unless?.some((tick) => options.ticked.includes(tick))
  return hasKey || isUnneeded ? null : { reason: 'no_key_mapped', values: { fields: keys.fields.join() } }
}

/** Groups of required fields of which nothing is mapped. */
export function missingFields({ required }: Subject, mapping: Mapping): string[][] {
  return required.filter((group) => group.every((key) => !mapping[key])).map((group) => [...group])
}

/** A code of the field's own list; whether an organisation's code is one, the check of the rows will say. */
function mayBeFixed({ fields }: Subject, key: string, value: string): boolean {
  const field = fields[key]
  if (field?.everyRow === 'value') return field.values?.some(({ code }) => code === value) === true
  return field?.everyRow === 'organisation' && value !== ''
}
