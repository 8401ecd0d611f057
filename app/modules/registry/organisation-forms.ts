/** What the acts on organisations take, as their forms send it. */

import { z } from 'zod'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import { ORG_KINDS, PLACE_TYPES, SCHOOL_KINDS, STAGES } from './codes/index.ts'
import {
  code,
  codes,
  count,
  day,
  documentNo,
  id,
  optionalCode,
  optionalDay,
  optionalText,
  text,
  version,
} from './form-fields.ts'

/** 薄弱学校, 小规模学校: designated with dates and a document. */
export const DESIGNATIONS = ['weak', 'small'] as const

const facts = {
  name: text(100),
  schoolKind: optionalCode(SCHOOL_KINDS),
  stages: codes(STAGES),
  placeType: optionalCode(PLACE_TYPES),
  isPublic: z.preprocess((value) => value === 'on' || value === 'yes' || value === true, z.boolean()),
  openedOn: optionalDay,
}
const which = { organisationId: id, version }

export const newOrganisationForm = z.object({
  parentId: id,
  kind: code(ORG_KINDS),
  code: text(32).regex(/^[0-9A-Za-z._-]+$/, 'registry.form.org_code'),
  ...facts,
})
export const editOrganisationForm = z.object({ ...which, ...facts })
export const moveOrganisationForm = z.object({ ...which, parentId: id })
/** From `closedOn` on it is no more. */
export const closeOrganisationForm = z.object({ ...which, closedOn: day, documentNo })
export const designateForm = z
  .object({
    organisationId: id,
    kind: z.enum(DESIGNATIONS, { error: 'form.required' }),
    validFrom: day,
    validTo: optionalDay,
    documentNo,
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo > validFrom, {
    path: ['validTo'],
    message: 'registry.form.period',
  })
export const endDesignationForm = z.object({ organisationId: id, designationId: id, day })
export const figuresForm = z
  .object({
    organisationId: id,
    /** 2026 is the school year that begins on 2026-09-01. */
    schoolYear: z.coerce.number({ error: 'form.required' }).int('form.invalid').min(1950).max(2100),
    stage: code(STAGES),
    classes: count,
    pupils: count,
    boarders: count,
  })
  .refine(({ pupils, boarders }) => boarders <= pupils, {
    path: ['boarders'],
    message: 'registry.form.boarders',
  })

/** The filter of the organisations' list, from its address; what is not understood is as if not there. */
export const organisationFilterForm = z.object({
  q: optionalText(60).catch(null),
  /** All below this one. */
  below: z.preprocess((value) => value || null, id.nullable()).catch(null),
  kind: optionalCode(ORG_KINDS).catch(null),
  stage: optionalCode(STAGES).catch(null),
  placeType: optionalCode(PLACE_TYPES).catch(null),
  designation: z.enum(DESIGNATIONS).nullable().catch(null).default(null),
  closed: z.preprocess((value) => value === 'yes', z.boolean()),
})

export type NewOrganisationInput = z.infer<typeof newOrganisationForm>
export type EditOrganisationInput = z.infer<typeof editOrganisationForm>
export type MoveOrganisationInput = z.infer<typeof moveOrganisationForm>
export type CloseOrganisationInput = z.infer<typeof closeOrganisationForm>
export type DesignateInput = z.infer<typeof designateForm>
export type EndDesignationInput = z.infer<typeof endDesignationForm>
export type FiguresInput = z.infer<typeof figuresForm>
export type OrganisationFilter = z.infer<typeof organisationFilterForm>

/** Why an act on an organisation is refused. The words are `registry.org_refused.<reason>`. */
export const ORGANISATION_REFUSALS = [
  'not_found',
  'not_allowed',
  'changed_meanwhile',
  'parent_unknown',
  'parent_closed',
  /** An organisation of this kind cannot stand there. */
  'kind_not_here',
  'same_code',
  'below_itself',
  /** Somebody works there on or after the day. */
  'has_staff',
  /** Something below it is still open. */
  'has_children',
  'already_closed',
  'nothing_changed',
  'overlaps',
  'period_unknown',
  'same_day',
  'not_a_school',
] as const
export type OrganisationRefusal = (typeof ORGANISATION_REFUSALS)[number]
export type OrganisationOutcome = Outcome<{ organisationId: string }, OrganisationRefusal>
