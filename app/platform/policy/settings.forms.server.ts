/** The form of a setting as it arrives, and how it is refused. */
import { z } from 'zod'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FieldView } from '#app/platform/forms/form-view.ts'
import { type ReadForm, readForm, refusal } from '#app/platform/forms/read-form.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { PolicyDefinition } from './define.ts'
import type { SettingRefusal, SettingWish } from './settings.commands.server.ts'
import type { CheckView, SettingView, ValueControl } from './ui/views.ts'
import { typedValueOf } from './value-text.server.ts'

const settingForm = declareForm({
  sections: [
    {
      id: 'setting',
      fields: {
        mode: {
          ...fields.oneOf('radio', 'policy.mode', ['value', 'above'], (mode) => `policy.mode_${mode}`),
          schema: z.enum(['value', 'above']).catch('value'),
        },
        value: {
          ...fields.text('policy.new_value', { longest: 40 }),
          schema: z.string().trim().max(40, 'form.too_long').catch(''),
        },
        validFrom: fields.day('policy.valid_from', { hint: 'policy.valid_from_hint' }),
        source: fields.text('policy.document', { longest: 200, hint: 'policy.document_hint' }),
      },
    },
  ],
  sent: { step: z.enum(['check', 'save', 'change']).catch('check') },
})

/** The form of a setting: what it takes depends on the setting, and whether the place has a value of its own. */
export function settingFormView(
  control: ValueControl,
  validFrom: PlainDate,
  hasOwn: boolean,
  words: Words,
): SettingView['form'] {
  const sections = drawSections(settingForm.sections, words, {
    values: { mode: 'value', value: control.value, validFrom },
    fields: { value: { ...control, kind: control.kind === 'choice' ? 'select' : 'text' } },
  })
  const shown = ({ name }: FieldView) => hasOwn || name !== 'mode'
  return {
    sections: sections.map((section) => ({ ...section, fields: section.fields.filter(shown) })),
    submitLabel: words.t('policy.check'),
  }
}

export type TypedSetting = {
  step: 'check' | 'save' | 'change'
  wish: Pick<SettingWish, 'value' | 'validFrom' | 'source'> & Keyed
  typed: CheckView['typed']
}

/** What was typed, as a value of this setting's kind. */
export function readSetting(form: FormData, definition: PolicyDefinition): ReadForm<TypedSetting> {
  const read = readForm(form, settingForm.schema)
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
