/** The parts that the forms about people are made of: who it is, what is known of them, where and as what they serve. */
import type { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import type { SectionSpec } from '#app/platform/forms/form-spec.ts'
import { documentNo } from '#app/platform/forms/schemas.ts'
import { codeEntry, ID_DOCUMENT_KINDS, isCodeOf, POST_LEVELS } from './codes/index.ts'
import { code, codeField, codesField, optionalPhone, personName, requiredCodeField } from './form-fields.ts'
import { checkResidentId } from './resident-id.ts'

const RESIDENT_CARD = '1'

/** Who it is: the part that only a correction may change later. */
export const identity = {
  id: 'identity',
  title: 'staff.section_identity',
  fields: {
    name: { kind: 'text', label: 'staff.name', required: true, schema: personName },
    idKind: { ...requiredCodeField('idDocumentKind', 'staff.field_idKind'), schema: code(ID_DOCUMENT_KINDS) },
    idNumber: fields.optionalText('staff.field_idNumber', { longest: 40, hint: 'staff.hint_id_number' }),
    sex: codeField('sex', 'staff.field_sex', { hint: 'staff.hint_from_id' }),
    birthDate: fields.optionalDay('staff.born', { hint: 'staff.hint_from_id' }),
  },
} as const satisfies SectionSpec

type Identity = Record<'idNumber' | 'birthDate' | 'sex', string | null> & { idKind: string }

/** A resident number is checked, brought to 18 characters, and tells sex and birth date; a contradiction is refused. */
export function settleIdentity<Value extends Identity>(typed: Value, context: z.RefinementCtx): Value {
  if (typed.idNumber === null || typed.idKind !== RESIDENT_CARD) return typed
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message })
    return typed
  }
  const checked = checkResidentId(typed.idNumber)
  if (!checked.ok) return refuse('idNumber', `registry.form.id_${checked.reason}`)
  if (typed.birthDate && typed.birthDate !== checked.birthDate) {
    return refuse('birthDate', 'registry.form.birth_differs')
  }
  if (typed.sex && typed.sex !== '0' && typed.sex !== checked.sex)
    return refuse('sex', 'registry.form.sex_differs')
  return { ...typed, idNumber: checked.number, birthDate: checked.birthDate, sex: checked.sex }
}

/** What may be kept up to date without a reason. */
export const facts = {
  id: 'facts',
  title: 'staff.facts',
  fields: {
    formerName: fields.optionalText('staff.field_formerName', { longest: 50 }),
    ethnicity: codeField('ethnicity', 'staff.field_ethnicity'),
    nativePlace: fields.optionalText('staff.field_nativePlace', { longest: 50 }),
    politicalStatus: codesField('politicalStatus', 'staff.field_politicalStatus'),
    educationLevel: codeField('educationLevel', 'staff.field_educationLevel'),
    workStartedOn: fields.optionalDay('staff.field_workStartedOn'),
    teachingSince: fields.optionalDay('staff.field_teachingSince', { hint: 'staff.hint_teaching_since' }),
    employerNumber: fields.optionalText('staff.field_employerNumber', { longest: 40 }),
    phone: { kind: 'text', label: 'staff.field_phone', schema: optionalPhone },
  },
} as const satisfies SectionSpec

/** The three units. Without an establishment one is not on it; without a payer the place of work pays. */
export const units = {
  id: 'units',
  title: 'staff.units',
  about: 'staff.units_about',
  fields: {
    workOrgId: fields.organisation('staff.field_workOrgId', { hint: 'staff.hint_organisation' }),
    establishmentOrgId: fields.optionalOrganisation('staff.field_establishmentOrgId', {
      hint: 'staff.hint_establishment',
    }),
    payOrgId: fields.optionalOrganisation('staff.field_payOrgId', { hint: 'staff.hint_pay' }),
  },
} as const satisfies SectionSpec

/** What the person does there. */
export const post = {
  id: 'post',
  title: 'staff.post',
  fields: {
    staffCategory: codeField('staffCategory', 'staff.field_staffCategory'),
    postCategory: codeField('postCategory', 'staff.field_postCategory'),
    postLevel: codeField('postLevel', 'staff.field_postLevel'),
    schoolPost: codeField('schoolPost', 'staff.field_schoolPost'),
    stage: codeField('stage', 'staff.field_stage'),
    subject: codeField('subject', 'staff.field_subject'),
    employmentForm: codeField('employmentForm', 'staff.field_employmentForm'),
  },
} as const satisfies SectionSpec

type Graded = { postCategory: string | null; postLevel: string | null }

/** A grade belongs to certain categories of posts. */
export function gradeFits({ postCategory, postLevel }: Graded): boolean {
  if (!postCategory || !postLevel || !isCodeOf(POST_LEVELS, postLevel)) return true
  return codeEntry(POST_LEVELS, postLevel).categories.some((category) => category === postCategory)
}
export const gradeMisfit = { path: ['postLevel'], message: 'registry.form.post_level' }

type Dated = { validFrom: string; validTo: string | null }

export const endsLater = ({ validFrom, validTo }: Dated) => validTo === null || validTo > validFrom
export const endsTooEarly = { path: ['validTo'], message: 'registry.form.period' }

export const document = { kind: 'text', label: 'staff.field_documentNo', schema: documentNo } as const
export const until = fields.optionalDay('staff.field_validTo', { hint: 'staff.hint_until' })
export const lastDay = fields.day('staff.field_lastDay', { hint: 'staff.hint_last_day' })

/** From when, by which document. */
export const from = {
  id: 'from',
  title: 'staff.section_date',
  fields: {
    validFrom: fields.day('staff.field_validFrom', { hint: 'staff.hint_from' }),
    documentNo: document,
  },
} as const satisfies SectionSpec

const since = fields.day('staff.field_validFrom')

/** A title, from its day of award. */
export const title = {
  titleLevel: requiredCodeField('titleLevel', 'staff.title_level'),
  awardedAs: fields.optionalText('staff.field_awardedAs', { longest: 50, hint: 'staff.hint_awarded_as' }),
  validFrom: fields.day('staff.field_validFrom', { hint: 'staff.hint_title_from' }),
}

/** An honour, from its day of award. */
export const honour = {
  honour: requiredCodeField('honour', 'staff.field_honour'),
  awardedBy: fields.optionalText('staff.field_awardedBy'),
  validFrom: since,
  validTo: until,
  documentNo: document,
}

/** What holds from a day until another. */
export const period = { validFrom: since, validTo: until, documentNo: document }

/** Why it was wrong. */
export const why = {
  id: 'why',
  title: 'staff.section_why',
  fields: { reason: fields.area('staff.field_reason', { hint: 'staff.hint_why' }) },
} as const satisfies SectionSpec

/** Why it was wrong, or that it never was. */
export const whyOrNever = {
  ...why,
  fields: { ...why.fields, remove: fields.tick('staff.field_remove', { hint: 'staff.hint_remove' }) },
} as const satisfies SectionSpec
