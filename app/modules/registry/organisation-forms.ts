/** What the acts on organisations take, as their forms send it. */
import { z } from 'zod'
import type { Outcome } from '#app/platform/acts/outcome.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm, type ValueOf } from '#app/platform/forms/form-spec.ts'
import { documentNo, id, optionalText, text, version } from '#app/platform/forms/schemas.ts'
import { ORG_KINDS, PLACE_TYPES, STAGES } from './codes/index.ts'
import { codeField, codesField, optionalCode, requiredCodeField } from './form-fields.ts'
import { endsLater, endsTooEarly } from './form-sections.ts'

/** 薄弱学校, 小规模学校: designated with dates and a document. */
export const DESIGNATIONS = ['weak', 'small'] as const

const facts = {
  name: fields.text('orgs.name'),
  schoolKind: codeField('schoolKind', 'orgs.school_kind'),
  stages: codesField('stage', 'orgs.stages'),
  placeType: codeField('placeType', 'orgs.place'),
  isPublic: fields.tick('orgs.public'),
  openedOn: fields.optionalDay('orgs.opened', { hint: 'orgs.hint_optional' }),
}
const which = { organisationId: id }
const whichNow = { ...which, version }
const document = { kind: 'text', label: 'orgs.document', schema: documentNo } as const

export const newOrganisationForm = declareForm({
  sections: [
    {
      id: 'new',
      fields: {
        kind: requiredCodeField('orgKind', 'orgs.kind'),
        code: {
          ...fields.text('orgs.code', { hint: 'orgs.hint_code' }),
          schema: text(32).regex(/^[0-9A-Za-z._-]+$/, 'registry.form.org_code'),
        },
        ...facts,
      },
    },
  ],
  sent: { parentId: id },
})
export const editOrganisationForm = declareForm({ sections: [{ id: 'act', fields: facts }], sent: whichNow })
export const moveOrganisationForm = declareForm({
  sections: [{ id: 'act', fields: { parentId: fields.organisation('orgs.above') } }],
  sent: whichNow,
})
/** From `closedOn` on it is no more. */
export const closeOrganisationForm = declareForm({
  sections: [{ id: 'act', fields: { closedOn: fields.day('orgs.closed_on'), documentNo: document } }],
  sent: whichNow,
})
export const designateForm = declareForm({
  sections: [
    {
      id: 'act',
      fields: {
        kind: fields.oneOf('select', 'orgs.designation', DESIGNATIONS, (kind) => `orgs.${kind}`),
        validFrom: fields.day('orgs.from'),
        validTo: fields.optionalDay('orgs.to', { hint: 'staff.hint_until' }),
        documentNo: document,
      },
    },
  ],
  sent: which,
  rule: (form) => form.refine(endsLater, endsTooEarly),
})
export const endDesignationForm = declareForm({
  sections: [
    {
      id: 'act',
      fields: { designationId: fields.pick('orgs.designation', id), day: fields.day('staff.field_ends_on') },
    },
  ],
  sent: which,
})

/** 2026 is the school year that begins on 2026-09-01. */
const schoolYear = z.coerce.number({ error: 'form.required' }).int('form.invalid').min(1950).max(2100)
const stageFigures = {
  stage: requiredCodeField('stage', 'orgs.stage'),
  classes: fields.count('orgs.classes'),
  pupils: fields.count('orgs.pupils'),
  boarders: fields.count('orgs.boarders'),
}
/** Classes and pupils, all stages of a school year at once. */
export const figuresForm = declareForm({
  sections: [
    {
      id: 'act',
      fields: {
        schoolYear: fields.pick('orgs.school_year', schoolYear, { hint: 'orgs.figures_about' }),
        stages: fields.rows(
          'orgs.by_stage',
          stageFigures,
          (row) =>
            row.refine(({ pupils, boarders }) => boarders <= pupils, {
              path: ['boarders'],
              message: 'registry.form.boarders',
            }),
          STAGES.length,
        ),
      },
    },
  ],
  sent: which,
  rule: (form) =>
    form.refine(({ stages }) => new Set(stages.map(({ stage }) => stage)).size === stages.length, {
      path: ['stages'],
      message: 'registry.form.same_stage',
    }),
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

export type NewOrganisationInput = ValueOf<typeof newOrganisationForm>
export type EditOrganisationInput = ValueOf<typeof editOrganisationForm>
export type MoveOrganisationInput = ValueOf<typeof moveOrganisationForm>
export type CloseOrganisationInput = ValueOf<typeof closeOrganisationForm>
export type DesignateInput = ValueOf<typeof designateForm>
export type EndDesignationInput = ValueOf<typeof endDesignationForm>
export type FiguresInput = ValueOf<typeof figuresForm>
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
