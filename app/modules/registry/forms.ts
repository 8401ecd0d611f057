/** What the acts on people take: each form declared once. The types of the commands' inputs follow from here. */
import { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm, type ValueOf } from '#app/platform/forms/form-spec.ts'
import { id, reason, version } from '#app/platform/forms/schemas.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import { ACTIVE_STATUSES, STAFF_STATUSES } from './codes/index.ts'
import { code, requiredCodeField } from './form-fields.ts'
import {
  document,
  endsLater,
  endsTooEarly,
  facts,
  from,
  gradeFits,
  gradeMisfit,
  honour,
  identity,
  lastDay,
  period,
  post,
  settleIdentity,
  title,
  units,
  until,
  why,
  whyOrNever,
} from './form-sections.ts'

/** Why service ends, other than by retirement. */
export const END_REASONS = ['resigned', 'dismissed', 'contract_ended', 'deceased', 'left'] as const

const whom = { personId: id, version }
const which = { ...whom, periodId: id }

export const hireForm = declareForm({
  sections: [identity, units, post, from, facts],
  rule: (form) => form.transform(settleIdentity).refine(gradeFits, gradeMisfit),
})

/** 调动 and 再次任用: another post from a day on. */
export const postForm = declareForm({
  sections: [units, post, from],
  sent: whom,
  rule: (form) => form.refine(gradeFits, gradeMisfit),
})

export const endServiceForm = declareForm({
  sections: [
    {
      id: 'end',
      fields: {
        lastDay,
        reason: fields.oneOf('select', 'staff.field_reason', END_REASONS, (one) => `staff.reason_${one}`),
        documentNo: document,
      },
    },
  ],
  sent: whom,
})
export const retireForm = declareForm({
  sections: [{ id: 'retire', fields: { lastDay, documentNo: document } }],
  sent: whom,
})

export const titleForm = declareForm({
  sections: [{ id: 'title', fields: { ...title, documentNo: document } }],
  sent: whom,
})
export const honourForm = declareForm({
  sections: [{ id: 'honour', fields: honour }],
  sent: whom,
  rule: (form) => form.refine(endsLater, endsTooEarly),
})

/** From the day on the honour, or the leave, no longer holds; the page offers which. */
function endForm(label: ServerKey, ends: ServerKey, hint: ServerKey) {
  const day = fields.day(ends, { hint })
  return declareForm({
    sections: [{ id: 'period', fields: { periodId: fields.pick(label, id), day } }],
    sent: whom,
  })
}
export const endHonourForm = endForm('staff.field_honour', 'staff.field_ends_on', 'staff.hint_ends_on')
export const endStatusForm = endForm('staff.state', 'staff.field_back_on', 'staff.hint_back_on')

const isAway = (status: string) => status !== 'in_post' && ACTIVE_STATUSES.some((one) => one === status)
const away = {
  ...requiredCodeField('staffStatus', 'staff.state', { only: isAway }),
  schema: code(STAFF_STATUSES).refine(isAway, 'registry.form.code'),
}
/** Leave, loan, waiting: what a person in service is other than in post. */
export const statusForm = declareForm({
  sections: [{ id: 'status', fields: { status: away, ...period } }],
  sent: whom,
  rule: (form) => form.refine(endsLater, endsTooEarly),
})

export const factsForm = declareForm({ sections: [{ ...facts, title: undefined }], sent: whom })

/** Corrections: what stands in the record was wrong from the start. An empty idNumber leaves the number as it is. */
export const correctIdentityForm = declareForm({
  sections: [{ ...identity, title: undefined }, why],
  sent: whom,
  rule: (form) => form.transform(settleIdentity),
})
const { validFrom, documentNo } = from.fields
export const correctAppointmentForm = declareForm({
  sections: [units, post, { ...from, fields: { validFrom, validTo: until, documentNo } }, why],
  sent: which,
  rule: (form) => form.refine(gradeFits, gradeMisfit).refine(endsLater, endsTooEarly),
})
export const correctTitleForm = declareForm({
  sections: [{ id: 'title', fields: { ...title, validTo: until, documentNo: document } }, whyOrNever],
  sent: which,
  rule: (form) => form.refine(endsLater, endsTooEarly),
})
export const correctHonourForm = declareForm({
  sections: [{ id: 'honour', fields: honour }, whyOrNever],
  sent: which,
  rule: (form) => form.refine(endsLater, endsTooEarly),
})
const anyStatus = requiredCodeField('staffStatus', 'staff.state')
export const correctStatusForm = declareForm({
  sections: [{ id: 'status', fields: { status: anyStatus, ...period } }, whyOrNever],
  sent: which,
  rule: (form) => form.refine(endsLater, endsTooEarly),
})

export const revealForm = z.object({ reason })

export type HireInput = ValueOf<typeof hireForm>
export type ChangePostInput = ValueOf<typeof postForm>
export type EndServiceInput = ValueOf<typeof endServiceForm>
export type RetireInput = ValueOf<typeof retireForm>
export type TitleInput = ValueOf<typeof titleForm>
export type HonourInput = ValueOf<typeof honourForm>
export type EndPeriodInput = ValueOf<typeof endHonourForm>
export type StatusInput = ValueOf<typeof statusForm>
export type FactsInput = ValueOf<typeof factsForm>
export type CorrectIdentityInput = ValueOf<typeof correctIdentityForm>
export type CorrectAppointmentInput = ValueOf<typeof correctAppointmentForm>
type Never<Input> = Omit<Input, 'remove'> & { remove?: boolean }
export type CorrectTitleInput = Never<ValueOf<typeof correctTitleForm>>
export type CorrectHonourInput = Never<ValueOf<typeof correctHonourForm>>
export type CorrectStatusInput = Never<ValueOf<typeof correctStatusForm>>
/** A title, honour or status that never was. */
export type RemovePeriodInput = Pick<CorrectTitleInput, 'personId' | 'version' | 'periodId' | 'reason'>
/** The columns of an appointment that a post form fills. */
export type PostInput = Omit<ChangePostInput, 'personId' | 'version' | 'validFrom' | 'documentNo'>
