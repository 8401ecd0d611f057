/** The forms of a candidate: applying, the county's word, judging, yes and no to a place, leaving; and how a refusal is told. */
import { z } from 'zod'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { CandidateRefusal } from './candidates.commands.server.ts'
import { cohortPath } from './cohort.form.server.ts'
import type { Indicator } from './cohort.ts'
import type { CandidateRow } from './cohorts.queries.server.ts'
import type { Judging } from './judging.queries.server.ts'
import type { PlaceRefusal } from './places.commands.server.ts'
import type { ScoreRefusal } from './scores.commands.server.ts'

const LONGEST_PLAN = 10_000
const LONGEST_NOTE = 500

export const applyForm = declareForm({
  sections: [
    {
      id: 'apply',
      fields: { plan: fields.area('candidate.plan', { hint: 'candidate.plan_hint', longest: LONGEST_PLAN }) },
    },
  ],
  sent: { version, which: z.literal('apply') },
})
/** One press each. */
export const ownActForm = declareForm({
  sections: [{ id: 'own', fields: {} }],
  sent: { version, which: z.enum(['withdraw', 'confirm', 'decline'], { error: 'form.invalid' }) },
})
const note = fields.optionalText('candidate.note', { hint: 'candidate.note_hint', longest: LONGEST_NOTE })
export const countyForm = declareForm({
  sections: [
    {
      id: 'county',
      fields: {
        answer: fields.oneOf(
          'radio',
          'candidate.answer',
          ['recommended', 'returned', 'passed_over'],
          (one) => `candidate.answer_${one}`,
        ),
        note,
      },
    },
  ],
  sent: { version, which: z.literal('county') },
})
export const endForm = declareForm({
  sections: [{ id: 'end', fields: { endNote: { ...note, label: 'candidate.end_note' as const } } }],
  sent: { version, which: z.literal('end') },
})

const points = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z
    .string()
    .trim()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, 'judging.error_points')
    .transform((typed) => Math.round(Number(typed) * 100))
    .nullable()
    .default(null),
)
/** A field an indicator of the phase. */
export const judgeForm = (indicators: readonly Indicator[]) =>
  declareForm({
    sections: [
      {
        id: 'score',
        fields: {
          ...Object.fromEntries(
            indicators.map((_, at) => [
              `points${at}`,
              { ...fields.optionalText('judging.points'), schema: points },
            ]),
          ),
          comment: fields.optionalArea('judging.comment', { longest: 2_000 }),
          declares: fields.tick('judging.declares'),
        },
      },
    ],
    sent: { candidateId: id },
  })

/** What was typed for the indicators, in their order. */
export function pointsFrom(value: Readonly<Record<string, unknown>>, count: number): (number | null)[] {
  return Array.from({ length: count }, (_, at) => (value[`points${at}`] ?? null) as number | null)
}

export const pointsText = (hundredths: number) => (hundredths / 100).toFixed(2)

/** `indicators`: of the phase that runs. */
export function judgeView(one: Judging, indicators: readonly Indicator[], words: Words): FormView {
  const { t } = words
  const values = Object.fromEntries(one.points.map((given, at) => [`points${at}`, pointsText(given)]))
  const labels = Object.fromEntries(
    indicators.map((indicator, at) => [
      `points${at}`,
      { label: t('judging.indicator', { title: indicator.title, points: indicator.points }) },
    ]),
  )
  return {
    ...{ title: '', trail: [], intro: '', submitLabel: t('judging.save'), cancelHref: '/me/judging' },
    sections: drawSections(judgeForm(indicators).sections, words, {
      values: { ...values, comment: one.comment, declares: one.conflict === 'declared' },
      fields: labels,
    }),
    hidden: { candidateId: one.candidateId },
  }
}

export function applyView(own: CandidateRow | null, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t(own ? 'candidate.change' : 'candidate.apply'), trail: [], intro: '' },
    sections: drawSections(applyForm.sections, words, { values: { plan: own?.plan ?? '' } }),
    hidden: { version: String(own?.version ?? 0), which: 'apply' },
    submitLabel: t('candidate.apply'),
  }
}

export type OwnAct = 'withdraw' | 'confirm' | 'decline'
export const ownActView = (own: CandidateRow, which: OwnAct, { t }: Words): FormView => ({
  ...{ title: '', trail: [], intro: '', sections: [], submitLabel: t(`candidate.act_${which}`) },
  hidden: { version: String(own.version), which },
})

export function countyView(candidate: CandidateRow, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t('candidate.county_word'), trail: [], intro: '', submitLabel: t('candidate.county_save') },
    sections: drawSections(countyForm.sections, words, { values: { answer: 'recommended' }, isNew: true }),
    hidden: { version: String(candidate.version), which: 'county' },
  }
}

export function endView(candidate: CandidateRow, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t('candidate.end'), trail: [], intro: '', submitLabel: t('candidate.end') },
    sections: drawSections(endForm.sections, words),
    hidden: { version: String(candidate.version), which: 'end' },
  }
}

export const candidatePath = (candidate: Pick<CandidateRow, 'id' | 'cohortId'>) =>
  `${cohortPath({ id: candidate.cohortId })}/candidates/${candidate.id}`

const fieldOf: Partial<Record<CandidateRefusal | PlaceRefusal | ScoreRefusal, string>> = {
  ...{ quota: 'answer', no_school: 'plan', conditions: 'plan' },
}

export function candidateRefusalOf({ reason, values }: Refused<CandidateRefusal>): ActRefusal {
  const field = reason === 'no_note' ? 'note' : fieldOf[reason]
  const isConflict = reason === 'stale'
  return { ok: false, key: `candidate.error_${reason}`, values, isConflict, ...(field && { field }) }
}

export function placeRefusalOf({ reason, values }: Refused<PlaceRefusal>): ActRefusal {
  const isConflict = reason === 'stale'
  const field = reason === 'no_note' ? 'endNote' : undefined
  return { ok: false, key: `candidate.error_${reason}`, values, isConflict, ...(field && { field }) }
}

export function scoreRefusalOf({ reason, values }: Refused<ScoreRefusal>): ActRefusal {
  return { ok: false, key: `judging.error_${reason}`, values }
}
