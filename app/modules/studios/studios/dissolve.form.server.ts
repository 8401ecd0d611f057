/** The form by which a bureau dissolves a studio, and how a refusal is told. */
import type { Refused } from '#app/platform/acts/outcome.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { DissolveRefusal } from './dissolve.commands.server.ts'
import type { StudioRow } from './studios.queries.server.ts'

export const dissolveForm = declareForm({
  sections: [{ id: 'dissolve', fields: { why: fields.text('studio.dissolve_why', { longest: 200 }) } }],
  sent: { version },
})

export function dissolveView(studio: StudioRow, words: Words): FormView {
  const { t } = words
  const crumbs = [
    { href: '/studios', label: t('studios.title') },
    { href: `/studios/${studio.id}`, label: studio.name },
  ]
  return {
    ...{ title: t('studio.dissolve'), trail: crumbs, intro: t('studio.dissolve_about') },
    sections: drawSections(dissolveForm.sections, words),
    hidden: { version: String(studio.version) },
    ...{ submitLabel: t('activity.check'), cancelHref: `/studios/${studio.id}` },
  }
}

export function dissolveRefusalOf({ reason, values }: Refused<DissolveRefusal>): ActRefusal {
  return { ok: false, key: `studio.error_${reason}`, values, isConflict: reason === 'stale' }
}
