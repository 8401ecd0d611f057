/** The kinds of fields that forms are declared of, each with what it takes. */
import { z } from 'zod'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { FieldSpec, Fields, Shape } from './form-spec.ts'
import type { FieldKind } from './form-view.ts'
import * as takes from './schemas.ts'

type Told = Pick<FieldSpec, 'hint' | 'unit' | 'min' | 'max'>
/** `longest`: the most characters. */
type Text = Told & { longest?: number }

const LONGEST_LINE = 100
const LONGEST_NAME = 200
const MOST_ROWS = 50

const given = <Schema extends z.ZodType>(kind: FieldKind, label: ServerKey, told: Told, schema: Schema) => ({
  ...{ kind, label, ...told, schema },
  required: true,
})
const optional = <Schema extends z.ZodType>(
  kind: FieldKind,
  label: ServerKey,
  told: Told,
  schema: Schema,
) => ({
  ...{ kind, label, ...told, schema },
})

/** One that is not called optional refuses to be left empty; the others are null then. */
export const fields = {
  /** A line of text. */
  text: (label: ServerKey, { longest = LONGEST_LINE, ...told }: Text = {}) =>
    given('text', label, told, takes.text(longest)),
  optionalText: (label: ServerKey, { longest = LONGEST_LINE, ...told }: Text = {}) =>
    optional('text', label, told, takes.optionalText(longest)),

  /** Sentences, paragraphs, or rows of a sheet. */
  area: (label: ServerKey, { longest = LONGEST_NAME, ...told }: Text = {}) =>
    given('area', label, told, takes.lines(longest)),

  optionalArea: (label: ServerKey, { longest = LONGEST_NAME, ...told }: Text = {}) =>
    optional('area', label, told, takes.optionalLines(longest)),

  /** A plain day. */
  day: (label: ServerKey, told: Told = {}) => given('date', label, told, takes.day),
  optionalDay: (label: ServerKey, told: Told = {}) => optional('date', label, told, takes.optionalDay),

  /** A time of day, `14:30`. */
  time: (label: ServerKey, told: Told = {}) => given('time', label, told, takes.time),

  /** A month, read as its first day. */
  optionalMonth: (label: ServerKey, told: Told = {}) => optional('month', label, told, takes.optionalMonth),

  /** An amount typed in yuan, read in fen. */
  optionalMoney: (label: ServerKey, told: Told = {}) =>
    optional('money', label, { unit: 'form.yuan', ...told }, takes.optionalMoney),

  /** Hours 学时 typed with at most one decimal, read in tenths. */
  hours: (label: ServerKey, told: Told = {}) =>
    given('hours', label, { unit: 'form.hours_unit', ...told }, takes.hours),

  /** A whole number of things. */
  count: (label: ServerKey, told: Told = {}) => given('number', label, { min: 0, ...told }, takes.count),

  /** An organisation within the reader's reach, typed by its name or code and read as its id. */
  organisation: (label: ServerKey, told: Told = {}) => given('organisation', label, told, takes.id),
  optionalOrganisation: (label: ServerKey, told: Told = {}) =>
    optional('organisation', label, told, takes.optionalId),

  /** A school of the reader's own prefecture, whoever reads, typed and read likewise. */
  school: (label: ServerKey, told: Told = {}) => given('school', label, told, takes.id),
  optionalSchool: (label: ServerKey, told: Told = {}) => optional('school', label, told, takes.optionalId),

  /** A person within the reader's reach, typed by name or staff number and read as the staff number. */
  person: (label: ServerKey, told: Told = {}) => given('person', label, told, takes.text(LONGEST_NAME)),
  optionalPerson: (label: ServerKey, told: Told = {}) =>
    optional('person', label, told, takes.optionalText(LONGEST_NAME)),

  /** One box. */
  tick: (label: ServerKey, told: Told = {}) => optional('check', label, told, takes.ticked),

  /** A file, which comes beside the form's words; what it must be is told where it is taken in. */
  file: (label: ServerKey, told: Told = {}) => given('file', label, told, z.unknown().optional()),

  /** A secret: it is never sent back, and never kept. */
  password: <Schema extends z.ZodType>(label: ServerKey, schema: Schema, told: Told = {}) =>
    given('password', label, told, schema),

  /** One of a few words that must be chosen. */
  oneOf: <const Code extends string>(
    kind: 'select' | 'radio',
    label: ServerKey,
    codes: readonly Code[],
    wordOf: (code: Code) => ServerKey,
  ) => ({
    ...given(kind, label, {}, z.enum(codes, { error: 'form.required' })),
    options: ({ t }: Words) => codes.map((value) => ({ value, label: t(wordOf(value)) })),
  }),

  /** One of what the page offers. */
  pick: <Schema extends z.ZodType>(label: ServerKey, schema: Schema, told: Told = {}) =>
    given('select', label, told, schema),

  /** Several of what the page offers; none is allowed. */
  several: (label: ServerKey, told: Told = {}) => optional('checks', label, told, takes.several),

  /** Several of the same: at most `most` rows, each an object of the columns; `rule` looks across a row. */
  rows: <const Columns extends Fields, Row extends z.ZodType>(
    label: ServerKey,
    columns: Columns,
    rule: (row: z.ZodObject<Shape<Columns>>) => Row,
    most = MOST_ROWS,
  ) => {
    const row = z.object(
      Object.fromEntries(Object.entries(columns).map(([name, { schema }]) => [name, schema])),
    ) as unknown as z.ZodObject<Shape<Columns>>
    const some = z.array(rule(row)).min(1, 'form.required').max(most, 'form.too_many_rows')
    const schema = z.preprocess((value) => value ?? [], some)
    return { ...given('rows', label, {}, schema), columns, mostRows: most }
  },
}
