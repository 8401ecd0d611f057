/** 新进人员: the form for somebody who was never in the registry, and what becomes of it. */
import type { Actor } from '#app/platform/access/actor.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { type HireInput, hireForm } from '../forms.ts'
import { identityHash } from '../person-columns.server.ts'
import { hireStaff } from '../service.commands.server.ts'
import { findStaff } from '../staff.queries.server.ts'
import { type ActRefusal, runAct } from './act-flow.server.ts'
import { refusalOf } from './act-page.server.ts'
import { changeHref, isInService, personHref } from './acts.ts'
import { dateSection, postOrganisations, postSection, unitSection } from './appointment-fields.ts'
import { checkLines } from './check-lines.ts'
import type { Words } from './field-kit.ts'
import type { FormSection, FormView } from './form-view.ts'
import { factsSection, identitySection } from './person-fields.ts'
import { headlineOf } from './person-view.server.ts'

/** `workplace` is the organisation that the field starts with, as text. */
export function hireView(workplace: string | undefined, day: PlainDate, words: Words): FormView {
  const { t } = words
  const values = { workOrgId: workplace, establishmentOrgId: workplace, validFrom: day }
  return {
    title: t('staff.act_hire'),
    trail: [{ href: '/staff', label: t('staff.list_title') }],
    intro: t('staff.hire_about'),
    sections: [
      identitySection({}, words, true),
      unitSection(values, words),
      postSection({}, words),
      dateSection(values, words),
      factsSection({}, words),
    ].map(suggesting),
    submitLabel: t('staff.go_on'),
    cancelHref: '/staff',
  }
}

export function postHire(form: FormData, actor: Actor, view: FormView, words: Words) {
  const { t } = words
  return runAct(form, actor, {
    schema: hireForm,
    organisations: postOrganisations,
    foresee: (value) => refuseKnown(actor, value, words),
    check: (values) => ({
      title: t('staff.check_title', { act: view.title }),
      lines: checkLines(view.sections, values, t),
      consequences: [t('staff.then_hired')],
      confirmLabel: t('staff.confirm', { act: view.title }),
      isDanger: false,
    }),
    commit: async (value) => {
      const { db } = await database()
      const outcome = await hireStaff(db, actor, value)
      if (!outcome.ok) return refusalOf(outcome.reason)
      const href = personHref(outcome.personId)
      return { ok: true, response: await redirectWithToast(href, 'staff.done_hired', { name: value.name }) }
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

/** Everything of a new person is new, also what the form starts with. */
function suggesting(section: FormSection): FormSection {
  return { ...section, fields: section.fields.map((one) => ({ ...one, isSuggested: true })) }
}
