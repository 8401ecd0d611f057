/** The forms of a call: saying it, naming experts, calling it off, proposing; and how a refusal is told. */
import { z } from 'zod'
import { codesField } from '#app/modules/registry/index.server.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { CallRefusal } from './calls.commands.server.ts'
import type { CallRow, ExpertRow } from './calls.queries.server.ts'
import type { ProposalRefusal } from './proposal.commands.server.ts'
import { type RankedRow, rankedText } from './ranking.server.ts'

const LONGEST_ABOUT = 10_000
const somePlaces = z
  .string({ error: 'form.required' })
  .trim()
  .regex(/^([1-9]\d?|1\d\d|200)$/, 'call.error_places')
  .transform(Number)

export const callForm = declareForm({
  sections: [
    {
      id: 'call',
      fields: {
        orgId: fields.pick('call.bureau', id),
        title: fields.text('call.name', { hint: 'call.name_hint' }),
        documentNo: fields.text('call.document'),
        about: fields.optionalArea('call.about_field', { hint: 'call.about_hint', longest: LONGEST_ABOUT }),
        places: { ...fields.count('call.places', { min: 1, max: 200 }), schema: somePlaces },
        opensOn: fields.day('call.opens_on'),
        closesOn: fields.day('call.closes_on', { hint: 'call.closes_on_hint' }),
        termFrom: fields.day('call.term_from', { hint: 'call.term_from_hint' }),
      },
    },
    {
      id: 'for',
      title: 'call.for',
      about: 'call.for_about',
      fields: {
        stages: codesField('stage', 'call.stages'),
        subjects: codesField('subject', 'call.subjects'),
      },
    },
  ],
})

const LONGEST_NAMES = 2000
export const expertsForm = declareForm({
  sections: [
    {
      id: 'experts',
      fields: {
        names: fields.area('call.experts_field', { hint: 'call.experts_hint', longest: LONGEST_NAMES }),
      },
    },
  ],
  sent: { version },
})

export const callOffForm = declareForm({ sections: [{ id: 'off', fields: {} }], sent: { version } })

export const proposeForm = declareForm({
  sections: [{ id: 'propose', fields: { applicationIds: fields.several('call.chosen') } }],
  sent: { version },
})

const DAYS_TO_APPLY = 30
const DAYS_TO_JUDGE = 60

export function newCallView(
  bureaus: readonly { id: string; name: string }[],
  today: PlainDate,
  words: Words,
): FormView {
  const { t } = words
  const [only, ...others] = bureaus
  const closesOn = addDays(today, DAYS_TO_APPLY)
  return {
    title: t('call.new'),
    trail: [callsCrumb(words)],
    intro: t('call.new_about'),
    sections: drawSections(callForm.sections, words, {
      values: {
        orgId: others.length === 0 ? only?.id : undefined,
        ...{ places: 10, opensOn: today, closesOn, termFrom: addDays(closesOn, DAYS_TO_JUDGE) },
      },
      fields: { orgId: { options: bureaus.map((one) => ({ value: one.id, label: one.name })) } },
    }),
    submitLabel: t('call.new_save'),
    cancelHref: '/studios/calls',
  }
}

export function expertsView(
  call: CallRow,
  experts: readonly ExpertRow[],
  least: number,
  words: Words,
): FormView {
  const { t } = words
  return {
    title: t('call.act_experts'),
    trail: [callsCrumb(words), callCrumb(call)],
    intro: t('call.experts_about', { least }),
    sections: drawSections(expertsForm.sections, words, {
      values: { names: experts.map(({ username }) => username).join('\n') },
    }),
    hidden: { version: String(call.version) },
    submitLabel: t('call.experts_save'),
    cancelHref: callCrumb(call).href,
  }
}

export function callOffView(call: CallRow, words: Words): FormView {
  const { t } = words
  return {
    title: t('call.act_call_off'),
    trail: [callsCrumb(words), callCrumb(call)],
    intro: t('call.call_off_about', { count: call.sent }),
    sections: [],
    hidden: { version: String(call.version) },
    submitLabel: t('call.act_call_off'),
    cancelHref: callCrumb(call).href,
  }
}

/** The best of those with enough scores are ticked, as many as there are places. */
export function proposeView(call: CallRow, ranked: readonly RankedRow[], words: Words): FormView {
  const { t } = words
  const scored = ranked.filter(({ mean }) => mean !== null)
  const proposed = ranked.filter(({ row }) => row.state === 'proposed').map(({ row }) => row.id)
  const best = scored.slice(0, call.places).map(({ row }) => row.id)
  return {
    title: t('call.act_propose'),
    trail: [callsCrumb(words), callCrumb(call)],
    intro: t('call.propose_about', { places: call.places, waiting: ranked.length - scored.length }),
    sections: drawSections(proposeForm.sections, words, {
      values: { applicationIds: proposed.length > 0 ? proposed : best },
      fields: {
        applicationIds: {
          options: scored.map((one) => ({ value: one.row.id, label: rankedText(one, words) })),
        },
      },
    }),
    hidden: { version: String(call.version) },
    submitLabel: t('call.propose_save'),
    cancelHref: callCrumb(call).href,
  }
}

export const callsCrumb = ({ t }: Words) => ({ href: '/studios/calls', label: t('call.title') })
export const callCrumb = ({ id: callId, title }: Pick<CallRow, 'id' | 'title'>) => ({
  href: `/studios/calls/${callId}`,
  label: title,
})

const fieldOf: Partial<Record<CallRefusal | ProposalRefusal, string>> = {
  not_a_bureau: 'orgId',
  closes_before_opens: 'closesOn',
  closed_already: 'closesOn',
  term_before_close: 'termFrom',
  expert_unknown: 'names',
  too_few_experts: 'names',
  has_scored: 'names',
  nobody_chosen: 'applicationIds',
  too_many: 'applicationIds',
  too_few_scores: 'applicationIds',
  conditions_lost: 'applicationIds',
}

export function callRefusalOf({ reason, values }: Refused<CallRefusal | ProposalRefusal>): ActRefusal {
  return {
    ok: false,
    key: `call.error_${reason}`,
    field: fieldOf[reason],
    values,
    isConflict: reason === 'stale',
  }
}
