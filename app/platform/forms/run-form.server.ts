/** How a form page goes: typed → checked (nothing is written) → written. What was typed is kept at every step. */
import { data } from '@remix-run/node'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { type Db, database } from '#app/platform/database/client.server.ts'
import type { ReceivedFile } from '#app/platform/files/attachment.server.ts'
import { receiveForm } from '#app/platform/files/receive.server.ts'
import type { MessageKey, MessageValues } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { checkLines } from './check-lines.ts'
import { draftAddress, dropDraft, keepDraft } from './drafts.server.ts'
import type { FormReply } from './form-reply.ts'
import { choicesInRows, type FormSpec, namesOfKind } from './form-spec.ts'
import type { ActReply, CheckView, FormView } from './form-view.ts'
import { pickerKinds, pickerOf } from './pickers.server.ts'
import { readForm, refuseForm, textsOf } from './read-form.server.ts'

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

export type FormAct<Value extends object, Answer> = {
  spec: FormSpec<Value>
  /** The form as it stands now. */
  view: FormView
  words: Words
  /** Organisations that the form started with: kept, also where they lie beyond the reader's scope. */
  known?: readonly string[]
  /** What the page knows and no field says, e.g. whom it is about. */
  given?: Readonly<Record<string, string>>
  /** Where the form stands, if it is sent elsewhere: its draft is kept there. */
  formUrl?: string
  /** The most bytes of the form's file. */
  mostBytes?: number
  /** What the schema cannot see, asked before the answers are shown for checking. */
  foresee?: (value: Value) => Promise<ActRefusal | null>
  /** What follows from it, told at check-your-answers. Left out where there is nothing to ask: it is written at once. */
  consequences?: (value: Value) => string[] | Promise<string[]>
  /** Whether something is taken away or ended. */
  isDanger?: (value: Value) => boolean
  /** Writes, and answers with where one goes on, or what the page shows. */
  commit: (
    value: Value & Keyed,
    file: ReceivedFile | null,
  ) => Promise<{ ok: true; answer: Answer } | ActRefusal>
}

/** Takes a posted form through the act. Refusals come back with status 422 (a field) or 409 (a rule). */
export async function runForm<Value extends object, Answer>(
  request: Request,
  actor: Actor,
  act: FormAct<Value, Answer>,
) {
  const { spec, view } = act
  const { form: sent, file } = await received(request, act)
  const [intent, form] = [sent.get('intent'), withoutIntent(sent)]
  const secret = namesOfKind(spec, 'password')
  const values = typedIn(form, secret)
  if (typeof intent === 'string' && intent.startsWith('rows:')) {
    return data<ActReply>({ errors: {}, values: { ...values, [intent]: 'more' } })
  }
  if (intent === 'edit') return data<ActReply>({ errors: {}, values })

  const { db } = await database()
  const draft = { accountId: actor.accountId, address: draftAddress(act.formUrl ?? request.url) }
  const refused = async (refusal: ActRefusal) => {
    await keepDraft(db, draft, values, view)
    return refusedReply(refusal, values, view.hidden)
  }
  const picked = await withPicked(db, actor, form, act)
  for (const [name, value] of Object.entries(act.given ?? {})) picked.form.set(name, value)
  const read = readForm(picked.form, spec.schema, { secret, choices: choicesInRows(spec) })
  if (!read.ok || Object.keys(picked.errors).length > 0) {
    const errors = { ...(read.ok ? {} : read.reply.errors), ...picked.errors }
    await keepDraft(db, draft, values, view)
    return refuseForm({ errors, values })
  }
  const foreseen = await act.foresee?.(read.value)
  if (foreseen) return refused(foreseen)
  if (act.consequences && intent !== 'commit') {
    await keepDraft(db, draft, values, view)
    return data<ActReply>({ errors: {}, values, check: await checkOf(act, values, read.value) })
  }
  const done = await act.commit(read.value, file)
  if (!done.ok) return refused(done)
  await dropDraft(db, draft)
  return done.answer
}

/** A form with a file is read as it arrives, and no more of the file kept than may be. */
async function received<Value extends object>(
  request: Request,
  { spec, mostBytes = 0 }: FormAct<Value, unknown>,
) {
  const [fileField] = namesOfKind(spec, 'file')
  if (fileField) return receiveForm(request, fileField, mostBytes)
  return { form: await request.formData(), file: null }
}

async function checkOf<Value extends object>(
  act: FormAct<Value, unknown>,
  values: FormReply['values'],
  value: Value,
): Promise<CheckView> {
  const { title, sections } = act.view
  const { t } = act.words
  return {
    title: t('form.check_title', { act: title }),
    lines: checkLines(sections, values, t),
    consequences: (await act.consequences?.(value)) ?? [],
    confirmLabel: t('form.confirm', { act: title }),
    isDanger: act.isDanger?.(value) ?? false,
  }
}

function refusedReply(refusal: ActRefusal, typed: FormReply['values'], hidden: FormView['hidden']) {
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

function typedIn(form: FormData, secret: readonly string[]): FormReply['values'] {
  return Object.fromEntries(Object.entries(textsOf(form)).filter(([name]) => !secret.includes(name)))
}

/** The form with what organisations' and people's names stand for, and the fields whose name is nobody's. */
async function withPicked<Value extends object>(
  db: Db,
  actor: Actor,
  form: FormData,
  { spec, known = [] }: FormAct<Value, unknown>,
) {
  const copy = new FormData()
  for (const [name, value] of form) copy.append(name, value)
  const errors: FormReply['errors'] = {}
  for (const kind of pickerKinds) {
    for (const field of namesOfKind(spec, kind)) {
      const typed = String(form.get(field) ?? '').trim()
      if (typed === '') continue
      const meant = await pickerOf(kind).resolve(db, actor, typed, known)
      if (meant) copy.set(field, meant)
      else errors[field] = pickerOf(kind).unknown
    }
  }
  return { form: copy, errors }
}
