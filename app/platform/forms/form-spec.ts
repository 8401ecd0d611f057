/**
 * A form declared once: its fields with what each takes, its sections, and the rule across fields. Drawing
 * (`drawSections`), parsing (`schema`) and check-your-answers are made of the declaration. Words are keys here; they become text when drawn.
 */
import { z } from 'zod'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Option } from '#app/ui/field.tsx'
import type { FieldKind } from './form-view.ts'

export type FieldSpec<Schema extends z.ZodType = z.ZodType> = {
  kind: FieldKind
  schema: Schema
  label: ServerKey
  hint?: ServerKey
  required?: boolean
  unit?: ServerKey
  min?: number
  max?: number
  /** Of a choice: what can be chosen, in the reader's words. */
  options?: (words: Words) => readonly Option[]
  /** The words of a choice's empty entry. */
  emptyLabel?: ServerKey
  /** Of repeated rows: what one row holds, and how many there may be. */
  columns?: Fields
  mostRows?: number
}

export type Fields = Readonly<Record<string, FieldSpec>>
export type SectionSpec = { id: string; title?: ServerKey; about?: ServerKey; fields: Fields }

/** What the schemas of fields make together. */
export type Shape<Of extends Fields> = { -readonly [Name in keyof Of]: Of[Name]['schema'] }
type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never
type FieldsOf<Sections extends readonly SectionSpec[]> = Intersection<Sections[number]['fields']>
type ObjectOf<Sections extends readonly SectionSpec[], Sent extends z.ZodRawShape> = z.ZodObject<
  (FieldsOf<Sections> extends Fields ? Shape<FieldsOf<Sections>> : never) & Sent
>

export type FormSpec<Value extends object = object> = {
  sections: readonly SectionSpec[]
  schema: z.ZodType<Value>
}
/** What a form gives once it is read. */
export type ValueOf<Spec extends FormSpec> = z.infer<Spec['schema']>

/** A form of sections. `sent` is what no field shows (whom it is about, the version); `rule` looks across fields. */
export function declareForm<
  const Sections extends readonly SectionSpec[],
  Sent extends z.ZodRawShape = Record<never, never>,
  Schema extends z.ZodType<object> = ObjectOf<Sections, Sent>,
>(declaration: {
  sections: Sections
  sent?: Sent
  rule?: (object: ObjectOf<Sections, Sent>) => Schema
}): { sections: Sections; schema: Schema } {
  const shapes = declaration.sections.flatMap(({ fields }) =>
    Object.entries(fields).map(([name, { schema }]) => [name, schema] as const),
  )
  const object = z.object({ ...Object.fromEntries(shapes), ...declaration.sent }) as unknown as ObjectOf<
    Sections,
    Sent
  >
  const schema = declaration.rule ? declaration.rule(object) : (object as unknown as Schema)
  return { sections: declaration.sections, schema }
}

/** The choices within repeated rows, `<field>.<column>`: what is chosen beforehand fills no row. */
export function choicesInRows({ sections }: Pick<FormSpec, 'sections'>): string[] {
  return sections.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, { columns = {} }]) =>
      Object.entries(columns).flatMap(([column, { kind }]) =>
        kind === 'select' ? [`${name}.${column}`] : [],
      ),
    ),
  )
}

/** The names of the form's fields of a kind. */
export function namesOfKind({ sections }: Pick<FormSpec, 'sections'>, kind: FieldKind): string[] {
  return sections.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, spec]) => (spec.kind === kind ? [name] : [])),
  )
}
