/** The short form behind a teacher's own address: whether they use what they saw. Nobody is signed in. */

import type { Db } from '#app/platform/database/client.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { hashOf } from '#app/platform/notifications/choices.commands.server.ts'
import { timeText } from './activity.view.server.ts'
import { USES } from './confirm.commands.server.ts'

const LONGEST_NOTE = 500

export const useForm = declareForm({
  sections: [
    {
      id: 'use',
      fields: {
        use: fields.oneOf('radio', 'use.question', USES, (one) => `use.${one}`),
        note: fields.optionalArea('use.note', { hint: 'use.note_hint', longest: LONGEST_NOTE }),
      },
    },
  ],
})

/** Null where the address is nobody's. */
export async function useView(db: Db, secret: string, words: Words) {
  const found = await db.studioAttendance.findUnique({
    where: { secretHash: hashOf(secret) },
    include: { activity: { include: { studio: { select: { name: true } } } } },
  })
  if (!found) return null
  const { activity, use, useNote } = found
  return {
    title: activity.title,
    about: `${activity.studio.name} · ${timeText(activity, words)}`,
    isSaid: use !== null,
    form: {
      ...{ title: '', trail: [], intro: '' },
      sections: drawSections(useForm.sections, words, { values: { use, note: useNote } }),
      submitLabel: words.t('use.send'),
    },
  }
}
export type UseView = NonNullable<Awaited<ReturnType<typeof useView>>>
