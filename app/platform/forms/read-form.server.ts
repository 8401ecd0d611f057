/** Reads a form against its Zod schema. What was typed comes back with the errors, so that nothing is lost. */
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { FORM_KEY, type Keyed } from '#app/platform/acts/outcome.ts'
import { isMessageKey, type MessageKey } from '#app/platform/i18n/translate.ts'
import type { FormReply } from './form-reply.ts'

export type ReadForm<Value> = { ok: true; value: Value } | { ok: false; reply: FormReply }

/** The cells of repeated rows are called `<field>.<row>.<column>`. */
const cellName = /^([A-Za-z]\w*)\.(\d{1,3})\.([A-Za-z]\w*)$/

/** Texts of a form by name; files are left out, and names given twice become lists. NUL never passes. */
export function textsOf(form: FormData): FormReply['values'] {
  const texts: FormReply['values'] = {}
  for (const name of new Set(form.keys())) {
    if (name === FORM_KEY) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    const clean = values.map((value) => value.replaceAll('\u0000', ''))
    if (clean.length > 0) texts[name] = clean.length === 1 ? (clean[0] ?? '') : clean
  }
  return texts
}

/**
 * Parses a form. Messages of the schema are message keys; anything else (Zod's own words) becomes `form.invalid`.
 * Fields whose name is in `secret` (passwords) are never sent back. A row of which only `choices` (`<field>.<column>`) are
 * made is none. The form's key comes with the value.
 */
export function readForm<Value extends object>(
  form: FormData,
  schema: z.ZodType<Value>,
  { secret = [], choices = [] }: { secret?: readonly string[]; choices?: readonly string[] } = {},
): ReadForm<Value & Keyed> {
  const texts = textsOf(form)
  const { fields, rowNumbers } = withRows(texts, choices)
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { ok: true, value: { ...parsed.data, formKey: formKeyOf(form) } }
  const errors: Record<string, MessageKey> = {}
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf(path, rowNumbers)
    errors[field] ??= isMessageKey(message) ? message : 'form.invalid'
  }
  return { ok: false, reply: { errors, values: without(texts, secret) } }
}

/** The cells of rows gathered to lists of objects; rows of which nothing is filled are left out, and what they were called kept. */
function withRows(texts: FormReply['values'], choices: readonly string[]) {
  const fields: Record<string, unknown> = {}
  const rowsOf = new Map<string, Map<number, Record<string, unknown>>>()
  for (const [name, value] of Object.entries(texts)) {
    const [, field = '', row, column = ''] = cellName.exec(name) ?? []
    if (row === undefined) {
      fields[name] = value
      continue
    }
    const rows = rowsOf.get(field) ?? new Map<number, Record<string, unknown>>()
    rowsOf.set(field, rows.set(Number(row), { ...rows.get(Number(row)), [column]: value }))
  }
  const rowNumbers = new Map<string, number[]>()
  for (const [field, rows] of rowsOf) {
    const isFilled = (row: Record<string, unknown>) =>
      Object.entries(row).some(([column, value]) => value && !choices.includes(`${field}.${column}`))
    const filled = [...rows].filter(([, row]) => isFilled(row)).sort(([a], [b]) => a - b)
    fields[field] = filled.map(([, row]) => row)
    rowNumbers.set(
      field,
      filled.map(([number]) => number),
    )
  }
  return { fields, rowNumbers }
}

/** The field that an issue is about: a cell by its row as it was sent, anything else by its first name. */
function fieldOf(path: readonly PropertyKey[], rowNumbers: ReadonlyMap<string, readonly number[]>): string {
  const [field, row, column] = path
  const name = String(field ?? '')
  const sent = typeof row === 'number' ? rowNumbers.get(name)?.[row] : undefined
  return sent === undefined || column === undefined ? name : `${name}.${sent}.${String(column)}`
}

function without(texts: FormReply['values'], secret: readonly string[]): FormReply['values'] {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !secret.includes(name)))
}

/** A refused form: 422 when a field is wrong, 409 when a rule refuses the act as a whole. */
export function refuseForm(reply: FormReply, status: 409 | 422 | 429 = 422) {
  return data(reply, { status })
}

/** A rule's refusal as a reply that keeps what was typed; `field` '' means the form as a whole. */
export function refusal(
  form: FormData,
  key: MessageKey,
  field = '',
  secret: readonly string[] = [],
): FormReply {
  return { errors: { [field]: key }, values: without(textsOf(form), secret) }
}
