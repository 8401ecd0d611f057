/** The form of a material, and what is shown of those there are. */
import { z } from 'zod'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { attachmentPath } from '#app/platform/files/attachment.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ActivityRow } from '../activities/activities.queries.server.ts'
import { activityCrumb, ownCrumb, type StudioOf, studioCrumb } from '../activities/activity.form.server.ts'
import type { MaterialRefusal } from './materials.commands.server.ts'
import type { MaterialRow } from './materials.queries.server.ts'

export const materialForm = declareForm({
  sections: [
    {
      id: 'material',
      fields: { title: fields.text('material.title'), file: fields.file('material.file') },
    },
  ],
})
export const removeMaterialForm = declareForm({
  sections: [{ id: 'remove', fields: {} }],
  sent: { material: id, which: z.literal('material') },
})

export function materialFormView(
  studio: StudioOf,
  activity: ActivityRow,
  megabytes: number,
  words: Words,
): FormView {
  const { t } = words
  return {
    ...{ title: t('material.add'), intro: t('material.add_about') },
    trail: [ownCrumb(words), studioCrumb(studio), activityCrumb(activity)],
    sections: drawSections(materialForm.sections, words, {
      fields: {
        file: {
          hint: t('material.file_hint', { megabytes }),
          accept: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png',
          mostMegabytes: megabytes,
        },
      },
    }),
    ...{ submitLabel: t('material.save'), cancelHref: activityCrumb(activity).href },
  }
}

/** `removes`: the reader can take it out. */
export function materialEntry(row: MaterialRow, removes: boolean, { t }: Words) {
  return {
    id: row.id,
    href: attachmentPath(row.attachmentId),
    title: row.title,
    about: t('material.by', { file: row.fileName, name: row.addedByName }),
    remove: removes ? removeView(row, t('material.remove')) : null,
  }
}
export type MaterialEntry = ReturnType<typeof materialEntry>

function removeView({ id: material }: MaterialRow, submitLabel: string): FormView {
  return {
    ...{ title: '', trail: [], intro: '', sections: [], submitLabel },
    hidden: { material, which: 'material' },
  }
}

export function materialRefusalOf({ reason, values }: Refused<MaterialRefusal>): ActRefusal {
  const field = reason.startsWith('file_') ? { field: 'file' } : {}
  return { ok: false, key: `material.error_${reason}`, values, ...field }
}
