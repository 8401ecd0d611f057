/** 新进人员: the form for somebody who was never in the registry, and what becomes of it. */
import type { Actor } from '#app/platform/access/actor.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { type ActRefusal, runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { type HireInput, hireForm } from '../forms.ts'
import { identityHash } from '../person-columns.server.ts'
import { hireStaff } from '../service.commands.server.ts'
import { findStaff } from '../staff.queries.server.ts'
import { refusalOf } from './act-page.server.ts'
import { changeHref, isInService, personHref } from './acts.ts'
import { headlineOf } from './person-view.server.ts'

/** `workplace` is the organisation that the field starts with, as text. */
export function hireView(workplace: string | undefined, day: PlainDate, words: Words): FormView {
  const { t } = words
  const values = { workOrgId: workplace, establishmentOrgId: workplace, validFrom: day, idKind: '1' }
  return {
    title: t('staff.act_hire'),
    trail: [{ href: '/staff', label: t('staff.list_title') }],
    intro: t('staff.hire_about'),
    sections: drawSections(hireForm.sections, words, { values, isNew: true }),
    submitLabel: t('form.go_on'),
    cancelHref: '/staff',
  }
}

export function postHire(request: Request, actor: Actor, view: FormView, words: Words) {
  return runForm(request, actor, {
    ...{ spec: hireForm, view, words },
    foresee: (value) => refuseKnown(actor, value, words),
    consequences: () => [words.t('staff.then_hired')],
    commit: async (value) => {
      const { db } = await database()
      const outcome = await hireStaff(db, actor, value)
      if (!outcome.ok) return refusalOf(outcome.reason)
      const href = personHref(outcome.personId)
      return { ok: true, answer: await redirectWithToast(href, 'staff.done_hired', { name: value.name }) }
    },
  })
}

/** Who has this number already is not new: the way on is their record, where the reader may open it. */
async function refuseKnown(
  actor: Actor,
  { idKind, idNumber }: HireInput,
  words: Words,
): Promise<ActRefusal | null> {
  if (idNumber === null) return null
  const { db } = await database()
  const idNumberHash = identityHash(idKind, idNumber)
  const known = await db.person.findUnique({ where: { idNumberHash }, select: { id: true } })
  if (!known) return null
  const record = await findStaff(db, actor, known.id)
  if (!record) return { ok: false, key: 'staff.hire_known_elsewhere', field: 'idNumber' }
  const { t } = words
  const act = isInService(record) ? 'post' : 'rehire'
  const next = record.abilities.canChange
    ? { href: changeHref(known.id, act), label: t(`staff.act_${act}`) }
    : { href: personHref(known.id), label: t('staff.open_record') }
  const word = t('staff.hire_known_word', { name: record.name, number: record.staffNumber })
  const instead = { word, text: headlineOf(record, words), ...next }
  return { ok: false, key: 'staff.hire_known', field: 'idNumber', instead }
}
