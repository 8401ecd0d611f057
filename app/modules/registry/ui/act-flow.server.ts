/** How a form page goes: typed → checked (nothing is written) → written. What was typed is kept at every step. */
import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor } from '#app/platform/access/actor.ts'
import { FORM_KEY, type Keyed } from '#app/platform/acts/outcome.ts'
import { type Db, database } from '#app/platform/database/client.server.ts'
import { readForm, refuseForm } from '#app/platform/http/form.server.ts'
import type { FormReply } from '#app/platform/http/form-reply.ts'
import type { MessageKey, MessageValues } from '#app/platform/i18n/translate.ts'
import type { ActReply, CheckView } from './form-view.ts'
import { organisationOfText } from './organisation-names.server.ts'

/** A rule's refusal, in words and at its field ('' is the form as a whole). */
export type ActRefusal = {
  ok: false
  key: MessageKey
  field?: string
  values?: MessageValues
  /** Somebody else wrote meanwhile: the next try knowingly builds on that, and sends what is hidden as it is now. */
  isConflict?: boolean
  /** What else can be done instead. */
  instead?: ActReply['instead']
}

export type Act<Value extends object> = {
  schema: z.ZodType<Value>
  /** Fields that hold an organisation's name; the schema sees its id. */
  organisations?: readonly string[]
  /** Organisations that the form started with: kept, also where they lie beyond the reader's scope. */
  knownOrganisations?: readonly string[]
  /** What the page knows and no field says, e.g. whom it is about. */
  given?: Readonly<Record<string, string>>
  /** What the form sends unseen, as it is now. */
  hidden?: Readonly<Record<string, string>>
  /** What the schema cannot see, asked before the answers are shown for checking. */
  foresee?: (value: Value) => Promise<ActRefusal | null>
  /** What would be written, in the words typed. Left out where there is nothing to ask: the form is written at once. */
  check?: (values: FormReply['values'], value: Value) => CheckView
  /** Writes, and answers with the redirect to where one goes on. */
  commit: (value: Value & Keyed) => Promise<{ ok: true; response: Response } | ActRefusal>
}

/** Takes a posted form through the act. Refusals come back with status 422 (a field) or 409 (a rule). */
export async function runAct<Value extends object>(form: FormData, actor: Actor, act: Act<Value>) {
  const intent = form.get('intent')
  const typed = withoutIntent(form)
  const values = valuesOf(typed)
  if (intent === 'edit') return data<ActReply>({ errors: {}, values })

  const { db } = await database()
  const named = await withOrganisationIds(db, actor, typed, act)
  for (const [name, value] of Object.entries(act.given ?? {})) named.form.set(name, value)
  const read = readForm(named.form, act.schema)
  if (!read.ok || named.unknown.length > 0) {
    const errors: FormReply['errors'] = read.ok ? {} : read.reply.errors
    for (const field of named.unknown) errors[field] = 'staff.organisation_unknown'
    return refuseForm({ errors, values })
  }
  const foreseen = await act.foresee?.(read.value)
  if (foreseen) return refused(foreseen, values, act.hidden)
  if (act.check && intent !== 'commit') {
    return data<ActReply>({ errors: {}, values, check: act.check(values, read.value) })
  }
  const done = await act.commit(read.value)
  return done.ok ? done.response : refused(done, values, act.hidden)
}

function refused(refusal: ActRefusal, typed: FormReply['values'], hidden: Act<object>['hidden']) {
  const { key, field = '', values: messageValues, isConflict, instead } = refusal
  const values = isConflict ? { ...typed, ...hidden } : typed
  const reply: ActReply = { errors: { [field]: key }, values, messageValues, instead }
  return data(reply, { status: field === '' ? 409 : 422 })
}

function withoutIntent(form: FormData): FormData {
  const rest = new FormData()
  for (const [name, value] of form) if (name !== 'intent') rest.append(name, value)
  return rest
}

function valuesOf(form: FormData): FormReply['values'] {
  const values: FormReply['values'] = {}
  for (const name of new Set(form.keys())) {
    if (name === FORM_KEY) continue
    const all = form.getAll(name).map(String)
    values[name] = all.length === 1 ? (all[0] ?? '') : all
  }
  return values
}

/** The form with ids in place of organisations' names, and the fields whose name is nobody's. */
async function withOrganisationIds(
  db: Db,
  actor: Actor,
  form: FormData,
  { organisations = [], knownOrganisations = [] }: Pick<Act<object>, 'organisations' | 'knownOrganisations'>,
) {
  const copy = new FormData()
  for (const [name, value] of form) copy.append(name, value)
  const unknown: string[] = []
  for (const field of organisations) {
    const text = String(form.get(field) ?? '').trim()
    if (text === '') continue
    const id = await organisationOfText(db, actor, text, knownOrganisations)
    if (id) copy.set(field, id)
    else unknown.push(field)
  }
  return { form: copy, unknown }
}
