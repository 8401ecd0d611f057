/** The forms by which a teacher applies and takes it back, and how a refusal is told. */
import { z } from 'zod'
import { requiredCodeField } from '#app/modules/registry/index.server.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ApplicationRefusal } from './applications.commands.server.ts'
import type { CallRow } from './calls.queries.server.ts'
import type { OwnApplication } from './own.queries.server.ts'

const LONGEST_PLAN = 20_000

export const applicationForm = declareForm({
  sections: [
    {
      id: 'application',
      fields: {
        stage: requiredCodeField('stage', 'application.stage'),
        subject: requiredCodeField('subject', 'application.subject'),
        name: fields.text('application.name', { hint: 'application.name_hint' }),
        plan: fields.area('application.plan', { hint: 'application.plan_hint', longest: LONGEST_PLAN }),
      },
    },
  ],
  sent: { version },
})

export const withdrawForm = declareForm({
  sections: [{ id: 'withdraw', fields: {} }],
  sent: { version, which: z.literal('withdraw') },
})

/** What was sent before stands in it; the codes are narrowed to what is called for. */
export function applicationFormView(call: CallRow, own: OwnApplication | null, words: Words): FormView {
  const { t } = words
  const drawn = drawSections(applicationForm.sections, words, { values: own ?? {} })
  const called = { stage: call.stages, subject: call.subjects } as Record<string, readonly string[]>
  return {
    title: t(own ? 'application.change' : 'application.apply'),
    ...{ trail: [], intro: t('application.apply_about') },
    sections: drawn.map((section) => ({
      ...section,
      fields: section.fields.map((field) => {
        const codes = called[field.name] ?? []
        if (codes.length === 0 || !field.options) return field
        return { ...field, options: field.options.filter(({ value }) => codes.includes(value)) }
      }),
    })),
    hidden: { version: String(own?.version ?? 0) },
    submitLabel: t('application.send'),
    cancelHref: '/me/studios',
  }
}

export function withdrawView({ version: of }: OwnApplication, { t }: Words): FormView {
  return {
    title: t('application.withdraw'),
    ...{ trail: [], intro: '', sections: [] },
    hidden: { version: String(of), which: 'withdraw' },
    submitLabel: t('application.withdraw'),
  }
}

const fieldOf: Partial<Record<ApplicationRefusal, string>> = { not_called_for: 'subject' }

export function applicationRefusalOf({ reason, values }: Refused<ApplicationRefusal>): ActRefusal {
  const isConflict = reason === 'stale'
  return { ok: false, key: `application.error_${reason}`, field: fieldOf[reason], values, isConflict }
}
