/** The form by which hours are put into a timetable, and the page around it. */
import { z } from 'zod'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id } from '#app/platform/forms/schemas.ts'
import type { Words } from '../ui/due-words.server.ts'
import { postingsCrumb, postingTitle } from './posting.form.server.ts'
import { timetableView } from './posting.view.server.ts'
import type { PostingRow } from './postings.queries.server.ts'
import { schoolsAround, slotsOf } from './timetable.server.ts'
import { minutesOf, type TimetableRefusal, WEEKDAYS } from './timetable.ts'

const time = z
  .string({ error: 'form.required' })
  .trim()
  .min(1, 'form.required')
  .transform(minutesOf)
  .refine((minutes) => minutes !== null, 'posting.error_time')

const weekday = z.coerce
  .number({ error: 'form.required' })
  .int('form.required')
  .min(1, 'form.required')
  .max(7)

export const slotForm = declareForm({
  sections: [
    {
      id: 'slot',
      fields: {
        orgId: fields.pick('posting.field_school', id),
        weekday: fields.pick('posting.field_weekday', weekday),
        startsAt: { ...fields.text('posting.field_starts'), schema: time },
        endsAt: { ...fields.text('posting.field_ends'), schema: time },
      },
    },
  ],
})

export const removeSlotForm = declareForm({ sections: [{ id: 'remove', fields: {} }], sent: { slotId: id } })

export async function timetablePageView(db: Db, posting: PostingRow, words: Words) {
  const { t } = words
  const path = `/exchange/postings/${posting.id}`
  const schools = await schoolsAround(db, posting.hostId)
  const bare = { title: '', trail: [], intro: '', sections: [] }
  const remove: FormView = { ...bare, submitLabel: t('posting.remove_slot') }
  const add: FormView = {
    ...bare,
    sections: drawSections(slotForm.sections, words, {
      values: { orgId: posting.hostId, weekday: 1, startsAt: '08:00', endsAt: '08:45' },
      fields: {
        orgId: { options: schools.map((one) => ({ value: one.id, label: one.name })) },
        weekday: {
          options: WEEKDAYS.map((day) => ({ value: String(day), label: t(`posting.weekday_${day}`) })),
        },
      },
    }),
    submitLabel: t('posting.add_slot'),
    cancelHref: path,
  }
  return {
    trail: [postingsCrumb(words), { href: path, label: postingTitle(posting, words) }],
    about: t('posting.about_timetable', { name: posting.name }),
    slots: timetableView(await slotsOf(db, posting.id), words),
    ...{ add, remove },
  }
}

export type TimetablePageView = Awaited<ReturnType<typeof timetablePageView>>

const fieldOf: Partial<Record<TimetableRefusal, string>> = {
  hours_order: 'endsAt',
  school_elsewhere: 'orgId',
  clash: 'startsAt',
}

export function timetableRefusalOf({ reason, values }: Refused<TimetableRefusal>): ActRefusal {
  return { ok: false, key: `posting.error_${reason}`, field: fieldOf[reason], values }
}
