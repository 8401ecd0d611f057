/** Reads a form against its Zod schema. What was typed comes back with the errors, so that nothing is lost. */
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { FORM_KEY, type Keyed } from '#app/platform/acts/outcome.ts'
import { isMessageKey, type MessageKey } from '#app/platform/i18n/translate.ts'
import type { FormReply } from './form-reply.ts'

export type ReadForm<Value> = { ok: true; value: Value } | { ok: false; reply: FormReply }

/** Texts of a form by name; files are left out, and names given twice become lists. NUL never passes. */
function textsOf(form: FormData): Record<string, string | string[]> {
  const texts: Record<string, string | string[]> = {}
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
 * Fields whose name is in `secret` (passwords) are never sent back. The form's key comes with the value.
 */
export function readForm<Value extends object>(
  form: FormData,
  schema: z.ZodType<Value>,
  secret: readonly string[] = [],
): ReadForm<Value & Keyed> {
  const texts = textsOf(form)
  const parsed = schema.safeParse(texts)
  if (parsed.success) return { ok: true, value: { ...parsed.data, formKey: formKeyOf(form) } }
  const errors: Record<string, MessageKey> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= isMessageKey(issue.message) ? issue.message : 'form.invalid'
  }
  return { ok: false, reply: { errors, values: without(texts, secret) } }
}

function without(texts: Record<string, string | string[]>, secret: readonly string[]) {
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
