/** The forms of a posting: what the host school and the county do with it, and what the teacher writes down. */
import type { Refused } from '#app/platform/acts/outcome.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { type Drawing, drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import type { Words } from '../ui/due-words.server.ts'
import { ASSESSMENT_KINDS, EARLY_REASONS, GRADES, type PostingRefusal, phaseOf } from './posting.ts'
import type { PostingRow } from './postings.queries.server.ts'

const LONG = 500
const sent = { version }
const lastDay = fields.day('posting.field_last_day')
const reason = fields.area('posting.field_reason')

export const arriveForm = declareForm({
  sections: [{ id: 'arrive', fields: { day: fields.day('posting.field_day') } }],
  sent,
})

export const logForm = declareForm({
  sections: [
    {
      id: 'log',
      fields: {
        day: fields.day('posting.field_log_day'),
        text: fields.area('posting.field_text', { longest: LONG }),
      },
    },
  ],
})

/** The same on the teacher's own page, which may show several postings. */
export const ownLogForm = declareForm({ sections: logForm.sections, sent: { posting: id } })

export const assessForm = declareForm({
  sections: [
    {
      id: 'assess',
      fields: {
        kind: fields.oneOf('radio', 'posting.field_kind', ASSESSMENT_KINDS, (one) => `posting.kind_${one}`),
        grade: fields.oneOf('radio', 'posting.field_grade', GRADES, (one) => `posting.grade_${one}`),
        text: fields.area('posting.field_assessment', { longest: LONG }),
      },
    },
  ],
})

export const endForm = declareForm({
  sections: [
    {
      id: 'end',
      fields: {
        lastDay,
        why: fields.oneOf('radio', 'posting.field_why', EARLY_REASONS, (one) => `posting.end_${one}`),
        reason,
      },
    },
  ],
  sent,
})

export const extendForm = declareForm({ sections: [{ id: 'extend', fields: { lastDay, reason } }], sent })
export const cancelForm = declareForm({ sections: [{ id: 'cancel', fields: { reason } }], sent })

/** What the host school does, and what the county does. */
export const HOST_ACTS = ['arrive', 'log', 'assess'] as const
export type HostAct = (typeof HOST_ACTS)[number]
export const POSTING_ACTS = ['end', 'extend', 'cancel'] as const
export type PostingAct = (typeof POSTING_ACTS)[number]

/** What is offered as it stands; the rules say no to the rest. */
export function hostActsOf(posting: PostingRow, today: PlainDate): HostAct[] {
  const phase = phaseOf(posting, today)
  if (phase === 'ahead' || phase === 'cancelled') return []
  if (!posting.arrivedOn) return ['arrive', 'log']
  return posting.finalGrade ? [] : ['log', 'assess']
}

export function countyActsOf(posting: PostingRow, today: PlainDate): PostingAct[] {
  if (posting.transfers) return []
  const phase = phaseOf(posting, today)
  if (phase === 'ahead') return ['cancel', 'extend']
  return phase === 'in_force' ? ['end', 'extend'] : []
}

const specs = {
  arrive: arriveForm,
  log: logForm,
  assess: assessForm,
  end: endForm,
  extend: extendForm,
  cancel: cancelForm,
}

/** A form of a posting with what it usually says. */
export function postingActView(
  posting: PostingRow,
  act: HostAct | PostingAct,
  today: PlainDate,
  words: Words,
): FormView {
  const { t } = words
  const path = `/exchange/postings/${posting.id}`
  const end = addDays(posting.validTo, -1)
  const day = today < posting.validTo ? today : end
  const bounds = { min: posting.validFrom, max: day }
  const drawn: Record<HostAct | PostingAct, Required<Pick<Drawing, 'values' | 'fields'>>> = {
    arrive: { values: { day: posting.validFrom }, fields: { day: bounds } },
    log: { values: { day }, fields: { day: bounds } },
    assess: { values: { kind: 'midterm', grade: 'qualified' }, fields: {} },
    end: { values: { lastDay: today, why: 'early_return' }, fields: {} },
    extend: { values: { lastDay: end }, fields: { lastDay: { min: posting.validTo } } },
    cancel: { values: {}, fields: {} },
  }
  return {
    title: t(`posting.act_${act}`),
    trail: [postingsCrumb(words), { href: path, label: postingTitle(posting, words) }],
    intro: t(`posting.about_${act}`),
    sections: drawSections(specs[act].sections, words, {
      ...drawn[act],
    }),
    hidden: { version: String(posting.version) },
    submitLabel: t(`posting.act_${act}`),
    cancelHref: path,
  }
}

/** The teacher's own page of the log. */
export function ownLogView(posting: PostingRow, today: PlainDate, words: Words): FormView {
  const drawn = postingActView(posting, 'log', today, words)
  const submitLabel = words.t('posting.save_own_log')
  return {
    ...drawn,
    submitLabel,
    trail: [],
    intro: '',
    hidden: { posting: posting.id },
    cancelHref: undefined,
  }
}

export const postingsCrumb = ({ t }: Words) => ({ href: '/exchange/postings', label: t('posting.title') })

export function postingTitle({ name, hostName }: PostingRow, { t }: Words): string {
  return t('posting.of', { name, host: hostName })
}

const fieldOf: Partial<Record<PostingRefusal, string>> = {
  ends_before_start: 'lastDay',
  not_earlier: 'lastDay',
  not_later: 'lastDay',
  too_long: 'lastDay',
  overlaps: 'lastDay',
  outside_posting: 'day',
  day_ahead: 'day',
  assessed_already: 'kind',
  final_too_early: 'kind',
}

export function postingRefusalOf({ reason: why, values }: Refused<PostingRefusal>): ActRefusal {
  const isConflict = why === 'changed_meanwhile'
  return { ok: false, key: `posting.error_${why}`, field: fieldOf[why], values, isConflict }
}
