/** The form of a setting as it arrives, and how it is refused. */
import { z } from 'zod'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import { type ReadForm, readForm, refusal } from '#app/platform/http/form.server.ts'
import type { FormReply } from '#app/platform/http/form-reply.ts'
import type { PolicyDefinition } from './define.ts'
import type { SettingRefusal, SettingWish } from './settings.commands.server.ts'
import type { CheckView } from './ui/views.ts'
import { typedValueOf } from './value-text.server.ts'

const settingForm = z.object({
  step: z.enum(['check', 'save', 'change']).catch('check'),
  mode: z.enum(['value', 'above']).catch('value'),
  value: z.string().trim().max(40, 'form.too_long').catch(''),
  validFrom: z.string().trim().refine(isPlainDate, 'form.date'),
  source: z.string().trim().min(1, 'form.required').max(200, 'form.too_long'),
})

export type TypedSetting = {
  step: 'check' | 'save' | 'change'
  wish: Pick<SettingWish, 'value' | 'validFrom' | 'source'> & Keyed
  typed: CheckView['typed']
}

/** What was typed, as a value of this setting's kind. */
export function readSetting(form: FormData, definition: PolicyDefinition): ReadForm<TypedSetting> {
  const read = readForm(form, settingForm)
  if (!read.ok) return read
  const { step, formKey, ...typed } = read.value
  const value = typed.mode === 'above' ? null : typedValueOf(definition, typed.value)
  if (typed.mode === 'value' && value === null)
    return { ok: false, reply: refusal(form, 'policy.error_value_refused', 'value') }
  const { validFrom, source } = typed
  return { ok: true, value: { step, wish: { value, validFrom, source, formKey }, typed } }
}

const fieldOf: Partial<Record<SettingRefusal, string>> = {
  value_refused: 'value',
  same_value: 'value',
  nothing_set: 'mode',
  later_exists: 'validFrom',
}

export function refusedSetting(form: FormData, reason: SettingRefusal): FormReply {
  return refusal(form, `policy.error_${reason}`, fieldOf[reason])
}
