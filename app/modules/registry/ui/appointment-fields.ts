/** The fields of a post: where, whose establishment, who pays, and as what. Hire and change of post share them. */
import { choice, field, type Words } from './field-kit.ts'
import type { FieldView, FormSection } from './form-view.ts'

/** What a post's fields start with: organisations as text, the rest as codes. */
export type PostValues = Partial<
  Record<
    | 'workOrgId'
    | 'establishmentOrgId'
    | 'payOrgId'
    | 'staffCategory'
    | 'postCategory'
    | 'postLevel'
    | 'schoolPost'
    | 'stage'
    | 'subject'
    | 'employmentForm'
    | 'validFrom'
    | 'documentNo',
    string | null
  >
>

/** The fields of these forms that hold organisations. */
export const postOrganisations = ['workOrgId', 'establishmentOrgId', 'payOrgId'] as const

const startOf = (values: PostValues, name: keyof PostValues) => values[name] ?? undefined

/** The three units, each a name with its code. */
export function unitSection(values: PostValues, words: Words): FormSection {
  const { t } = words
  const unit = (name: (typeof postOrganisations)[number], extras: Partial<FieldView>) =>
    field('organisation', name, `staff.field_${name}`, words, { value: startOf(values, name), ...extras })
  return {
    id: 'units',
    title: t('staff.units'),
    description: t('staff.units_about'),
    fields: [
      unit('workOrgId', { required: true, hint: t('staff.hint_organisation') }),
      unit('establishmentOrgId', { hint: t('staff.hint_establishment') }),
      unit('payOrgId', { hint: t('staff.hint_pay') }),
    ],
  }
}

/** What the person does there. */
export function postSection(values: PostValues, words: Words): FormSection {
  const value = (name: keyof PostValues) => ({ value: startOf(values, name) })
  return {
    id: 'post',
    title: words.t('staff.post'),
    fields: [
      choice('staffCategory', 'staffCategory', 'staff.field_staffCategory', words, value('staffCategory')),
      choice('postCategory', 'postCategory', 'staff.field_postCategory', words, value('postCategory')),
      choice('postLevel', 'postLevel', 'staff.field_postLevel', words, value('postLevel')),
      choice('schoolPost', 'schoolPost', 'staff.field_schoolPost', words, value('schoolPost')),
      choice('stage', 'stage', 'staff.field_stage', words, value('stage')),
      choice('subject', 'subject', 'staff.field_subject', words, value('subject')),
      choice(
        'employmentForm',
        'employmentForm',
        'staff.field_employmentForm',
        words,
        value('employmentForm'),
      ),
    ],
  }
}

/** From when, by which document. */
export function dateSection(values: PostValues, words: Words): FormSection {
  return {
    id: 'from',
    title: words.t('staff.section_date'),
    fields: [
      field('date', 'validFrom', 'staff.field_validFrom', words, {
        required: true,
        value: startOf(values, 'validFrom'),
        hint: words.t('staff.hint_from'),
      }),
      field('text', 'documentNo', 'staff.field_documentNo', words, { value: startOf(values, 'documentNo') }),
    ],
  }
}
