/** The forms of a cohort: saying it, places, judges, moving on; of a candidate; and how a refusal is told. */
import { z } from 'zod'
import { CODE_LISTS, codeLabel } from '#app/modules/registry/index.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FieldView, FormSection, FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { PrincipalPolicies } from './candidate.ts'
import { type Indicator, SHARED_STAGES, type Share } from './cohort.ts'
import type { CohortRefusal } from './cohorts.commands.server.ts'
import type { CohortRow } from './cohorts.queries.server.ts'
import type { ListRefusal } from './list.commands.server.ts'

const LONGEST_ABOUT = 10_000
const whole = (most: number) =>
  z
    .string({ error: 'form.required' })
    .trim()
    .regex(/^\d{1,3}$/, 'cohort.error_number')
    .transform(Number)
    .refine((count) => count <= most, 'cohort.error_number')
const places = { ...fields.count('cohort.places', { min: 1, max: 500 }), schema: whole(500) }
const indicator = {
  title: fields.text('cohort.indicator'),
  points: { ...fields.count('cohort.points', { min: 1, max: 100 }), schema: whole(100) },
}
const shareOf = z
  .string({ error: 'form.required' })
  .regex(/^(rural:|stage:[a-z]+|county:[0-9a-f-]{36})$/, 'form.required')

export const cohortForm = declareForm({
  sections: [
    {
      id: 'cohort',
      title: 'cohort.basics',
      fields: {
        orgId: fields.pick('cohort.bureau', id),
        title: fields.text('cohort.name', { hint: 'cohort.name_hint' }),
        documentNo: fields.text('cohort.document'),
        about: fields.optionalArea('cohort.about_field', {
          hint: 'cohort.about_hint',
          longest: LONGEST_ABOUT,
        }),
        places,
        opensOn: fields.day('cohort.opens_on'),
        closesOn: fields.day('cohort.closes_on'),
        cycleFrom: fields.day('cohort.cycle_from', { hint: 'cohort.cycle_from_hint' }),
      },
    },
    {
      id: 'shares',
      title: 'cohort.shares',
      about: 'cohort.shares_about',
      fields: {
        shares: fields.rows(
          'cohort.shares',
          { of: fields.pick('cohort.share_of', shareOf), places: { ...places, schema: whole(500) } },
          (row) => row,
          60,
        ),
      },
    },
    {
      id: 'scores',
      title: 'cohort.indicators',
      about: 'cohort.indicators_about',
      fields: {
        blindShare: { ...fields.count('cohort.blind_share', { min: 0, max: 100 }), schema: whole(100) },
        blind: fields.rows('cohort.blind', indicator, (row) => row, 20),
        defence: fields.rows('cohort.defence', indicator, (row) => row, 20),
      },
    },
  ],
})

type Typed = z.infer<(typeof cohortForm)['schema']>

export function sharesFrom(rows: readonly { of: string; places: number }[]): Share[] {
  return rows.map(({ of, places: count }) => {
    const [kind = '', code = ''] = of.split(':')
    return { kind: kind as Share['kind'], code, places: count }
  })
}

export function indicatorsFrom({ blind, defence }: Pick<Typed, 'blind' | 'defence'>): Indicator[] {
  return [
    ...blind.map((one) => ({ ...one, phase: 'blind' as const })),
    ...defence.map((one) => ({ ...one, phase: 'defence' as const })),
  ]
}

const LONGEST_NAMES = 2_000
export const judgesForm = declareForm({
  sections: [
    {
      id: 'judges',
      fields: {
        names: fields.area('cohort.judges_field', { hint: 'cohort.judges_hint', longest: LONGEST_NAMES }),
      },
    },
  ],
  sent: { version },
})
export const placesForm = declareForm({ sections: [{ id: 'places', fields: { places } }], sent: { version } })
export const callOffForm = declareForm({
  sections: [{ id: 'off', fields: { why: fields.text('cohort.why', { longest: 200 }) } }],
  sent: { version },
})
/** One press each: the defence is opened, the list is drawn. */
export const moveForm = declareForm({
  sections: [{ id: 'move', fields: {} }],
  sent: { version, which: z.enum(['defence', 'list'], { error: 'form.invalid' }) },
})

const LIST = '/principals/cohorts'
export const cohortPath = ({ id: of }: { id: string }) => `${LIST}/${of}`
export const cohortCrumbs = (cohort: { id: string; title: string } | null, { t }: Words) => [
  { href: LIST, label: t('cohort.title') },
  ...(cohort ? [{ href: cohortPath(cohort), label: cohort.title }] : []),
]

const DAYS_TO_APPLY = 30
const DAYS_TO_JUDGE = 90
/** What names the demo's and most cities' forms ask for. */
const USUAL = {
  blind: [30, 40, 30],
  defence: [40, 30, 30],
} as const

export type Places = {
  bureaus: readonly { id: string; name: string }[]
  counties: readonly { id: string; name: string }[]
}

export function newCohortView(
  { bureaus, counties }: Places,
  policies: PrincipalPolicies,
  today: PlainDate,
  words: Words,
): FormView {
  const { t, locale } = words
  const most = policies.use('principals.places').value
  const rural = Math.ceil(most * policies.use('principals.rural_share_least').value)
  const closesOn = addDays(today, DAYS_TO_APPLY)
  const usual = (phase: 'blind' | 'defence') =>
    USUAL[phase].map((points, at) => ({ title: t(`cohort.usual_${phase}_${at as 0 | 1 | 2}`), points }))
  const shareOptions = [
    { value: 'rural:', label: t('cohort.share_rural') },
    ...SHARED_STAGES.map((code) => ({
      value: `stage:${code}`,
      label: t('cohort.share_stage', { stage: codeLabel(CODE_LISTS.stage, code, locale) }),
    })),
    ...counties.map((one) => ({
      value: `county:${one.id}`,
      label: t('cohort.share_county', { county: one.name }),
    })),
  ]
  return {
    ...{ title: t('cohort.new'), trail: cohortCrumbs(null, words), intro: t('cohort.new_about') },
    sections: drawSections(cohortForm.sections, words, {
      values: {
        orgId: bureaus[0]?.id,
        ...{ places: most, opensOn: today, closesOn, cycleFrom: addDays(closesOn, DAYS_TO_JUDGE) },
        shares: [{ of: 'rural:', places: rural }],
        blindShare: policies.use('principals.blind_share').value,
        ...{ blind: usual('blind'), defence: usual('defence') },
      },
      fields: {
        orgId: { options: bureaus.map((one) => ({ value: one.id, label: one.name })) },
      },
    }).map((section) => withOptions(section, shareOptions)),
    ...{ submitLabel: t('cohort.new_save'), cancelHref: LIST },
  }
}

/** What places can be kept for, which the page knows. */
const withOptions = (section: FormSection, options: FieldView['options']): FormSection => ({
  ...section,
  fields: section.fields.map((field) =>
    field.name === 'shares'
      ? { ...field, columns: field.columns?.map((one) => (one.name === 'of' ? { ...one, options } : one)) }
      : field,
  ),
})

const actView = (cohort: CohortRow, title: string, intro: string, words: Words) => ({
  ...{ title, trail: cohortCrumbs(cohort, words), intro, submitLabel: title },
  ...{ hidden: { version: String(cohort.version) }, cancelHref: cohortPath(cohort) },
})

export function judgesView(
  cohort: CohortRow,
  names: readonly string[],
  least: number,
  words: Words,
): FormView {
  const { t } = words
  return {
    ...actView(cohort, t('cohort.act_judges'), t('cohort.judges_about', { least }), words),
    sections: drawSections(judgesForm.sections, words, { values: { names: names.join('\n') } }),
  }
}

export function placesView(cohort: CohortRow, words: Words): FormView {
  const { t } = words
  return {
    ...actView(cohort, t('cohort.act_places'), t('cohort.places_about', { held: cohort.held }), words),
    sections: drawSections(placesForm.sections, words, { values: { places: cohort.places } }),
  }
}

export function callOffView(cohort: CohortRow, words: Words): FormView {
  const { t } = words
  return {
    ...actView(cohort, t('cohort.act_call_off'), t('cohort.call_off_about'), words),
    sections: drawSections(callOffForm.sections, words),
  }
}

export function moveView(cohort: CohortRow, which: 'defence' | 'list', { t }: Words): FormView {
  return {
    ...{ title: '', trail: [], intro: '', sections: [], submitLabel: t(`cohort.move_${which}`) },
    hidden: { version: String(cohort.version), which },
  }
}

const cohortFields: Partial<Record<CohortRefusal, string>> = {
  ...{
    not_allowed: 'orgId',
    not_a_bureau: 'orgId',
    closes_before_opens: 'closesOn',
    closed_already: 'closesOn',
  },
  ...{
    cycle_before_close: 'cycleFrom',
    overlaps: 'cycleFrom',
    shares_twice: 'shares',
    shares_exceed: 'shares',
  },
  ...{ blind_not_hundred: 'blind', defence_not_hundred: 'defence', places_held: 'places' },
  ...{ judge_unknown: 'names', too_few_judges: 'names', has_scored: 'names' },
}

/** `has`: the fields of the form, where it is not the cohort's own; what it has no field for stands above it. */
export function cohortRefusalOf(
  { reason, values }: Refused<CohortRefusal | ListRefusal>,
  has?: readonly string[],
): ActRefusal {
  const field = cohortFields[reason as CohortRefusal]
  const isThere = field !== undefined && (has?.includes(field) ?? true)
  const isConflict = reason === 'stale'
  return { ok: false, key: `cohort.error_${reason}`, values, isConflict, ...(isThere && { field }) }
}
