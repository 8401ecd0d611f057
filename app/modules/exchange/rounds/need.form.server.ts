/** The form by which a host school offers posts, and how a refusal is told at its field. */
import { z } from 'zod'
import { organisationText, requiredCodeField } from '#app/modules/registry/index.server.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { addDays, addYears, schoolYearStart } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { version } from '#app/platform/forms/schemas.ts'
import type { Words } from '../ui/due-words.server.ts'
import { EXCHANGE_FORMS, isExchangeForm } from './exchange-form.ts'
import type { NeedRow } from './needs.queries.server.ts'
import { roundCrumb, roundsCrumb } from './round.form.server.ts'
import type { NeedRefusal } from './round.ts'
import type { RoundRow } from './rounds.queries.server.ts'

const chosenForm = z.string({ error: 'form.required' }).refine(isExchangeForm, 'form.required')
const somePlaces = z
  .string({ error: 'form.required' })
  .trim()
  .regex(/^[1-9]\d?$/, 'need.error_places')
  .transform(Number)

export const needForm = declareForm({
  sections: [
    {
      id: 'need',
      fields: {
        orgId: fields.organisation('need.host', { hint: 'need.host_hint' }),
        form: fields.pick('need.form', chosenForm),
        stage: requiredCodeField('stage', 'need.stage'),
        subject: requiredCodeField('subject', 'need.subject'),
        places: { ...fields.count('need.places', { min: 1, max: 99 }), schema: somePlaces },
        validFrom: fields.day('need.from'),
        lastDay: fields.day('need.until', { hint: 'need.until_hint' }),
        note: fields.optionalArea('need.note', { hint: 'need.note_hint' }),
      },
    },
  ],
  sent: { version },
})

export const takeBackForm = declareForm({ sections: [{ id: 'back', fields: {} }], sent: { version } })

/** Offers posts; `hostText` is the reader's own school where they have one. */
export function offerView(round: RoundRow, hostText: string | undefined, words: Words): FormView {
  const from = schoolYearStart(round.schoolYear)
  const values = { orgId: hostText, form: 'fixed_term', places: 1 }
  const dates = { validFrom: from, lastDay: addDays(addYears(from, 1), -1) }
  return {
    ...drawn(round, { ...values, ...dates }, words),
    title: words.t('need.offer'),
    hidden: { version: '0' },
    submitLabel: words.t('need.offer_save'),
    cancelHref: `/exchange/rounds/${round.id}`,
  }
}

/** Changes what is offered. */
export function changeView(round: RoundRow, need: NeedRow, words: Words): FormView {
  const host = organisationText({ name: need.orgName, code: need.orgCode })
  const values = { ...need, orgId: host, lastDay: addDays(need.validTo, -1) }
  return {
    ...drawn(round, values, words),
    title: words.t('need.change'),
    hidden: { version: String(need.version) },
    submitLabel: words.t('need.change_save'),
    cancelHref: `/exchange/rounds/${round.id}`,
  }
}

/** Takes back what is offered: a button. */
export function takeBackView({ version: of }: NeedRow, { t }: Words): FormView {
  return {
    title: t('need.take_back'),
    ...{ trail: [], intro: '', sections: [] },
    hidden: { version: String(of), takeBack: 'yes' },
    submitLabel: t('need.take_back'),
  }
}

function drawn(
  round: RoundRow,
  values: object,
  words: Words,
): Pick<FormView, 'trail' | 'intro' | 'sections'> {
  const { locale } = words
  const [first, last] = [
    schoolYearStart(round.schoolYear),
    addDays(schoolYearStart(round.schoolYear + 1), -1),
  ]
  return {
    trail: [roundsCrumb(words), roundCrumb(round, words)],
    intro: words.t('need.about'),
    sections: drawSections(needForm.sections, words, {
      values: values as Record<string, unknown>,
      fields: {
        form: {
          options: EXCHANGE_FORMS.map((one) => ({
            value: one.code,
            label: locale === 'en' ? one.en : one.zh,
          })),
        },
        validFrom: { min: first, max: last },
      },
    }),
  }
}

const fieldOf: Partial<Record<NeedRefusal, string>> = {
  not_allowed: 'orgId',
  host_elsewhere: 'orgId',
  not_a_school: 'orgId',
  stage_not_here: 'stage',
  ends_before_start: 'lastDay',
  too_long: 'lastDay',
  outside_school_year: 'validFrom',
  same_need: 'subject',
}

export function needRefusalOf({ reason, values }: Refused<NeedRefusal>): ActRefusal {
  const isConflict = reason === 'changed_meanwhile'
  return { ok: false, key: `need.error_${reason}`, field: fieldOf[reason], values, isConflict }
}
