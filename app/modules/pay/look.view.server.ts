/** The form that asks whose pay is looked at. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { canReadPay } from './access.ts'
import { findPaid } from './person.queries.server.ts'

export const lookForm = declareForm({
  sections: [
    {
      id: 'look',
      fields: { staffNumber: fields.person('pay.field_person', { hint: 'pay.field_person_hint' }) },
    },
  ],
})

export function lookFormView(words: Words): FormView {
  const { t } = words
  return {
    title: t('pay.people'),
    ...{ trail: [], intro: t('pay.people_about') },
    sections: drawSections(lookForm.sections, words),
    submitLabel: t('pay.look'),
  }
}

/** Nothing is looked at yet: the page that shows it writes the look down. */
export async function findPayable(
  db: Db,
  actor: Actor,
  staffNumber: string,
  today: PlainDate,
): Promise<string | null> {
  const person = await db.person.findUnique({ where: { staffNumber }, select: { id: true } })
  const found = person && (await findPaid(db, person.id, today))
  return found && canReadPay(actor, found) ? found.personId : null
}
