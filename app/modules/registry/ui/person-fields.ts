/** The fields of a person: identity, facts, titles, honours, statuses. Hire, edit and correct share them. */
import { ACTIVE_STATUSES } from '../codes/index.ts'
import { choice, field, optionsOf, type Words } from './field-kit.ts'
import type { FormSection } from './form-view.ts'

/** What a person's fields start with. */
export type PersonValues = {
  name?: string
  formerName?: string | null
  sex?: string
  birthDate?: string | null
  idKind?: string
  ethnicity?: string | null
  nativePlace?: string | null
  politicalStatus?: readonly string[]
  educationLevel?: string | null
  workStartedOn?: string | null
  teachingSince?: string | null
  employerNumber?: string | null
  phone?: string | null
}

/** Who it is: the part that only a correction may change later. */
export function identitySection(values: PersonValues, words: Words, isNew: boolean): FormSection {
  const { t } = words
  return {
    id: 'identity',
    title: t('staff.section_identity'),
    fields: [
      field('text', 'name', 'staff.name', words, { required: true, value: values.name }),
      choice('idDocumentKind', 'idKind', 'staff.field_idKind', words, {
        required: true,
        value: values.idKind ?? '1',
      }),
      field('text', 'idNumber', 'staff.field_idNumber', words, {
        hint: t(isNew ? 'staff.hint_id_number' : 'staff.hint_id_keep'),
      }),
      choice('sex', 'sex', 'staff.field_sex', words, { value: values.sex, hint: t('staff.hint_from_id') }),
      field('date', 'birthDate', 'staff.born', words, {
        value: values.birthDate ?? undefined,
        hint: t('staff.hint_from_id'),
      }),
    ],
  }
}

/** What may be kept up to date without a reason. */
export function factsSection(values: PersonValues, words: Words): FormSection {
  const { t, locale } = words
  const text = (name: 'formerName' | 'nativePlace' | 'employerNumber' | 'phone') =>
    field('text', name, `staff.field_${name}`, words, { value: values[name] ?? undefined })
  return {
    id: 'facts',
    title: t('staff.facts'),
    fields: [
      text('formerName'),
      choice('ethnicity', 'ethnicity', 'staff.field_ethnicity', words, {
        value: values.ethnicity ?? undefined,
      }),
      text('nativePlace'),
      field('checks', 'politicalStatus', 'staff.field_politicalStatus', words, {
        values: values.politicalStatus ?? [],
        options: optionsOf('politicalStatus', locale),
      }),
      choice('educationLevel', 'educationLevel', 'staff.field_educationLevel', words, {
        value: values.educationLevel ?? undefined,
      }),
      field('date', 'workStartedOn', 'staff.field_workStartedOn', words, {
        value: values.workStartedOn ?? undefined,
      }),
      field('date', 'teachingSince', 'staff.field_teachingSince', words, {
        value: values.teachingSince ?? undefined,
        hint: t('staff.hint_teaching_since'),
      }),
      text('employerNumber'),
      text('phone'),
    ],
  }
}

const dated = (words: Words, from: string, hint?: string) =>
  field('date', 'validFrom', 'staff.field_validFrom', words, { required: true, value: from, hint })

const until = (words: Words) =>
  field('date', 'validTo', 'staff.field_validTo', words, { hint: words.t('staff.hint_until') })

const document = (words: Words) => field('text', 'documentNo', 'staff.field_documentNo', words)

/** A title, from its day of award. */
export function titleSection(words: Words, day: string): FormSection {
  const awardedAs = field('text', 'awardedAs', 'staff.field_awardedAs', words, {
    hint: words.t('staff.hint_awarded_as'),
  })
  const level = choice('titleLevel', 'titleLevel', 'staff.title_level', words, { required: true })
  return {
    id: 'title',
    fields: [level, awardedAs, dated(words, day, words.t('staff.hint_title_from')), document(words)],
  }
}

/** An honour, from its day of award. */
export function honourSection(words: Words, day: string): FormSection {
  const honour = choice('honour', 'honour', 'staff.field_honour', words, { required: true })
  const by = field('text', 'awardedBy', 'staff.field_awardedBy', words)
  return { id: 'honour', fields: [honour, by, dated(words, day), until(words), document(words)] }
}

/** Leave, loan, waiting: what a person in service is other than in post. */
export function statusSection(words: Words, day: string): FormSection {
  const away = (code: string) => code !== 'in_post' && ACTIVE_STATUSES.some((status) => status === code)
  const status = choice('staffStatus', 'status', 'staff.state', words, {
    required: true,
    options: optionsOf('staffStatus', words.locale, away),
  })
  return { id: 'status', fields: [status, dated(words, day), until(words), document(words)] }
}
