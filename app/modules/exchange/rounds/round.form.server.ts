/** The forms of a round: opening it, its windows, and its steps; and how a refusal is told. */
import { z } from 'zod'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import { nextSchoolYear } from '../due-filter.ts'
import { schoolYearText, type Words } from '../ui/due-words.server.ts'
import { type RoundRefusal, type RoundWindows, usualWindows } from './round.ts'
import type { RoundRow } from './rounds.queries.server.ts'

const windows = {
  needsUntil: fields.day('round.needs_until', { hint: 'round.needs_until_hint' }),
  volunteersUntil: fields.day('round.volunteers_until', { hint: 'round.volunteers_until_hint' }),
  contestUntil: fields.day('round.contest_until', { hint: 'round.contest_until_hint' }),
}

export const openRoundForm = declareForm({
  sections: [
    {
      id: 'round',
      fields: {
        orgId: fields.pick('round.county', id),
        schoolYear: fields.pick(
          'round.year',
          z.coerce
            .number({ error: 'form.required' })
            .int('form.required')
            .min(2000, 'form.required')
            .max(2100),
        ),
        ...windows,
      },
    },
  ],
})

export const windowsForm = declareForm({ sections: [{ id: 'windows', fields: windows }], sent: { version } })

/** What can be done with a round as it stands; its page offers what fits. */
export const ROUND_ACTS = ['sign_off', 'reopen', 'remove', 'close_volunteering', 'close_contests'] as const
export type RoundAct = (typeof ROUND_ACTS)[number]

export const roundActForm = declareForm({
  sections: [{ id: 'act', fields: {} }],
  sent: { version, act: z.enum(ROUND_ACTS, { error: 'form.invalid' }) },
})

export function openRoundView(
  places: readonly { id: string; name: string }[],
  today: PlainDate,
  words: Words,
): FormView {
  const { t } = words
  const [only, ...others] = places
  const year = nextSchoolYear(today)
  return {
    title: t('round.open'),
    trail: [roundsCrumb(words)],
    intro: t('round.open_about'),
    sections: drawSections(openRoundForm.sections, words, {
      values: {
        ...usualWindows(today),
        orgId: others.length === 0 ? only?.id : undefined,
        schoolYear: year,
      },
      fields: {
        orgId: { options: places.map((one) => ({ value: one.id, label: one.name })) },
        schoolYear: {
          options: [year - 1, year, year + 1].map((one) => ({
            value: String(one),
            label: schoolYearText(one, words),
          })),
        },
      },
    }),
    submitLabel: t('round.open_save'),
    cancelHref: '/exchange/rounds',
  }
}

export function windowsView(round: RoundRow, words: Words): FormView {
  const { t } = words
  const { needsUntil, volunteersUntil, contestUntil, version: of } = round
  const values: RoundWindows = { needsUntil, volunteersUntil, contestUntil }
  return {
    title: t('round.windows'),
    trail: [roundsCrumb(words), roundCrumb(round, words)],
    intro: t('round.windows_about'),
    sections: drawSections(windowsForm.sections, words, { values }),
    hidden: { version: String(of) },
    submitLabel: t('round.windows_save'),
    cancelHref: `/exchange/rounds/${round.id}`,
  }
}

/** A step of the round as a form without fields: what follows from it, and a button. */
export function roundActView(round: RoundRow, act: RoundAct, words: Words): FormView {
  const { t } = words
  const { needs, places, volunteers, volunteersUntil } = round
  return {
    title: t(`round.act_${act}`),
    trail: [roundsCrumb(words), roundCrumb(round, words)],
    intro: t(`round.follows_${act}`, {
      ...{ needs, places, volunteers },
      day: formatDay(volunteersUntil, words.locale),
    }),
    sections: [],
    hidden: { version: String(round.version), act },
    submitLabel: t(`round.act_${act}`),
    cancelHref: `/exchange/rounds/${round.id}`,
  }
}

export const roundsCrumb = ({ t }: Words) => ({ href: '/exchange/rounds', label: t('round.title') })

export function roundTitle({ orgName, schoolYear }: RoundRow, words: Words): string {
  return words.t('round.of', { county: orgName, year: schoolYearText(schoolYear, words) })
}

export const roundCrumb = (round: RoundRow, words: Words) => ({
  href: `/exchange/rounds/${round.id}`,
  label: roundTitle(round, words),
})

const fieldOf: Partial<Record<RoundRefusal, string>> = {
  not_a_county: 'orgId',
  same_round: 'schoolYear',
  year_over: 'schoolYear',
  windows_order: 'volunteersUntil',
  windows_past: 'needsUntil',
  windows_late: 'contestUntil',
}

export function roundRefusalOf({ reason, values }: Refused<RoundRefusal>): ActRefusal {
  const isConflict = reason === 'changed_meanwhile'
  return { ok: false, key: `round.error_${reason}`, field: fieldOf[reason], values, isConflict }
}
