/** What the acts on people take, as their forms send it. The types of the commands' inputs follow from here. */
import { z } from 'zod'
import {
  ACTIVE_STATUSES,
  codeEntry,
  EDUCATION_LEVELS,
  EMPLOYMENT_FORMS,
  ETHNICITIES,
  HONOURS,
  ID_DOCUMENT_KINDS,
  isCodeOf,
  POLITICAL_STATUSES,
  POST_CATEGORIES,
  POST_LEVELS,
  SCHOOL_POSTS,
  SEXES,
  STAFF_CATEGORIES,
  STAFF_STATUSES,
  STAGES,
  SUBJECTS,
  TITLE_LEVELS,
} from './codes/index.ts'
import {
  code,
  codes,
  day,
  documentNo,
  id,
  optionalCode,
  optionalDay,
  optionalId,
  optionalPhone,
  optionalText,
  personName,
  reason,
  version,
} from './form-fields.ts'
import { checkResidentId } from './resident-id.ts'

/** Why service ends, other than by retirement. */
export const END_REASONS = ['resigned', 'dismissed', 'contract_ended', 'deceased', 'left'] as const

const RESIDENT_CARD = '1'

const identityFields = {
  name: personName,
  idKind: code(ID_DOCUMENT_KINDS),
  idNumber: optionalText(40),
  sex: optionalCode(SEXES),
  birthDate: optionalDay,
}
type Identity = z.infer<z.ZodObject<typeof identityFields>>

/** A resident number is checked, brought to 18 characters, and tells sex and birth date; a contradiction is refused. */
function settleIdentity<Value extends Identity>(typed: Value, context: z.RefinementCtx): Value {
  if (typed.idNumber === null || typed.idKind !== RESIDENT_CARD) return typed
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message })
    return z.NEVER
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

const factFields = {
  formerName: optionalText(50),
  ethnicity: optionalCode(ETHNICITIES),
  nativePlace: optionalText(50),
  politicalStatus: codes(POLITICAL_STATUSES),
  educationLevel: optionalCode(EDUCATION_LEVELS),
  workStartedOn: optionalDay,
  teachingSince: optionalDay,
  employerNumber: optionalText(40),
  phone: optionalPhone,
}

const postFields = {
  workOrgId: id,
  /** Null: not on the establishment. */
  establishmentOrgId: optionalId,
  /** Null: the place of work pays. */
  payOrgId: optionalId,
  staffCategory: optionalCode(STAFF_CATEGORIES),
  postCategory: optionalCode(POST_CATEGORIES),
  postLevel: optionalCode(POST_LEVELS),
  schoolPost: optionalCode(SCHOOL_POSTS),
  stage: optionalCode(STAGES),
  subject: optionalCode(SUBJECTS),
  employmentForm: optionalCode(EMPLOYMENT_FORMS),
}

/** A grade belongs to certain categories of posts. */
const gradeFits = (post: { postCategory: string | null; postLevel: string | null }) => {
  const { postCategory, postLevel } = post
  if (!postCategory || !postLevel || !isCodeOf(POST_LEVELS, postLevel)) return true
  return codeEntry(POST_LEVELS, postLevel).categories.some((category) => category === postCategory)
}
const gradeMisfit = { path: ['postLevel'], message: 'registry.form.post_level' }

const endsLater = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) =>
  validTo === null || validTo > validFrom
const endsTooEarly = { path: ['validTo'], message: 'registry.form.period' }

const from = { validFrom: day, documentNo }
const whom = { personId: id, version }

export const hireForm = z
  .object({ ...identityFields, ...factFields, ...postFields, ...from })
  .transform(settleIdentity)
  .refine(gradeFits, gradeMisfit)
export const rehireForm = z.object({ ...whom, ...postFields, ...from }).refine(gradeFits, gradeMisfit)
export const changePostForm = z.object({ ...whom, ...postFields, ...from }).refine(gradeFits, gradeMisfit)

const endReason = z.enum(END_REASONS, { error: 'form.required' })
export const endServiceForm = z.object({ ...whom, lastDay: day, reason: endReason, documentNo })
export const retireForm = z.object({ ...whom, lastDay: day, documentNo })

const titleFields = { titleLevel: code(TITLE_LEVELS), awardedAs: optionalText(50), ...from }
const honourFields = { honour: code(HONOURS), awardedBy: optionalText(100), ...from }
export const titleForm = z.object({ ...whom, ...titleFields })
export const honourForm = z
  .object({ ...whom, ...honourFields, validTo: optionalDay })
  .refine(endsLater, endsTooEarly)
/** From `day` on the honour, or the leave, no longer holds. */
export const endPeriodForm = z.object({ ...whom, periodId: id, day })

const isAway = (status: string) => status !== 'in_post' && ACTIVE_STATUSES.some((one) => one === status)
export const statusForm = z
  .object({
    ...whom,
    status: code(STAFF_STATUSES).refine(isAway, 'registry.form.code'),
    ...from,
    validTo: optionalDay,
  })
  .refine(endsLater, endsTooEarly)

export const factsForm = z.object({ ...whom, ...factFields })

/** Corrections: what stands in the record was wrong from the start. An empty idNumber leaves the number as it is. */
export const correctIdentityForm = z.object({ ...whom, ...identityFields, reason }).transform(settleIdentity)
const whichPeriod = { ...whom, periodId: id, validTo: optionalDay, reason }
export const correctAppointmentForm = z
  .object({ ...whichPeriod, ...postFields, ...from })
  .refine(gradeFits, gradeMisfit)
  .refine(endsLater, endsTooEarly)
export const correctTitleForm = z.object({ ...whichPeriod, ...titleFields }).refine(endsLater, endsTooEarly)
export const correctHonourForm = z.object({ ...whichPeriod, ...honourFields }).refine(endsLater, endsTooEarly)
export const correctStatusForm = z
  .object({ ...whichPeriod, status: code(STAFF_STATUSES), ...from })
  .refine(endsLater, endsTooEarly)
/** A title, honour or status that never was. */
export const removePeriodForm = z.object({ ...whom, periodId: id, reason })

export const revealForm = z.object({ reason })

export type HireInput = z.infer<typeof hireForm>
export type RehireInput = z.infer<typeof rehireForm>
export type ChangePostInput = z.infer<typeof changePostForm>
export type EndServiceInput = z.infer<typeof endServiceForm>
export type RetireInput = z.infer<typeof retireForm>
export type TitleInput = z.infer<typeof titleForm>
export type HonourInput = z.infer<typeof honourForm>
export type EndPeriodInput = z.infer<typeof endPeriodForm>
export type StatusInput = z.infer<typeof statusForm>
export type FactsInput = z.infer<typeof factsForm>
export type CorrectIdentityInput = z.infer<typeof correctIdentityForm>
export type CorrectAppointmentInput = z.infer<typeof correctAppointmentForm>
export type CorrectTitleInput = z.infer<typeof correctTitleForm>
export type CorrectHonourInput = z.infer<typeof correctHonourForm>
export type CorrectStatusInput = z.infer<typeof correctStatusForm>
export type RemovePeriodInput = z.infer<typeof removePeriodForm>
/** The columns of an appointment that a post form fills. */
export type PostInput = { [Name in keyof typeof postFields]: z.infer<(typeof postFields)[Name]> }
