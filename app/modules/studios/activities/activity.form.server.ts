/** The forms of activities: scheduling, moving, cancelling, saying that one was held, answering; and how a refusal is told. */
import { z } from 'zod'
import { organisationText, requiredCodeField } from '#app/modules/registry/index.server.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { optionalId, version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ActivityRefusal } from './activities.commands.server.ts'
import type { ActivityRow, MemberRow, PersonOf } from './activities.queries.server.ts'
import { ACTIVITY_KINDS, timeOf } from './activity.ts'
import type { AnswerRefusal } from './answers.commands.server.ts'
import type { ConfirmRefusal } from './confirm.commands.server.ts'
import type { Repeat } from './repeat.ts'

const LONGEST_ABOUT = 10_000
const LONGEST_NOTE = 500
const kinds = ACTIVITY_KINDS.map(({ code }) => code)

const when = {
  day: fields.day('activity.day'),
  from: fields.time('activity.from'),
  to: fields.time('activity.to'),
}
const weeks = z.preprocess(
  (value) => (value === undefined || value === '' ? '1' : value),
  z
    .string()
    .regex(/^[1-8]$/, 'activity.error_weeks')
    .transform(Number),
)
const link = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z
    .string()
    .trim()
    .max(500, 'form.too_long')
    .refine((text) => /^https?:\/\/\S+$/i.test(text), 'activity.error_link')
    .nullable()
    .default(null),
)

export const activityForm = declareForm({
  sections: [
    {
      id: 'what',
      fields: {
        kind: fields.oneOf('select', 'activity.kind', kinds, (one) => `activity.kind_${one}`),
        title: fields.text('activity.title', { longest: 200 }),
        hostId: fields.school('activity.host', { hint: 'activity.host_hint' }),
        room: fields.optionalText('activity.room', { hint: 'activity.room_hint' }),
        ...when,
        people: fields.several('activity.people', { hint: 'activity.people_hint' }),
        tenths: fields.hours('activity.hours', { hint: 'activity.hours_hint' }),
      },
    },
    {
      id: 'more',
      title: 'activity.more',
      fields: {
        stage: requiredCodeField('stage', 'activity.stage'),
        subject: requiredCodeField('subject', 'activity.subject'),
        targets: fields.optionalArea('activity.targets', { hint: 'activity.targets_hint', longest: 4000 }),
        about: fields.optionalArea('activity.about', { hint: 'activity.about_hint', longest: LONGEST_ABOUT }),
        onlineUrl: { ...fields.optionalText('activity.link', { hint: 'activity.link_hint' }), schema: link },
        repeat: fields.oneOf(
          'radio',
          'activity.repeat',
          ['once', 'weekly', 'days'] as const,
          (one) => `activity.repeat_${one}`,
        ),
        everyWeeks: {
          ...fields.count('activity.every_weeks', { min: 1, max: 8 }),
          required: false,
          schema: weeks,
        },
        until: fields.optionalDay('activity.until', { hint: 'activity.until_hint' }),
        days: fields.optionalArea('activity.days', { hint: 'activity.days_hint', longest: 4000 }),
      },
    },
  ],
  sent: { proposedId: optionalId },
})

type RepeatFields = {
  repeat: 'once' | 'weekly' | 'days'
  everyWeeks: number
  until: string | null
  days: string | null
}

/** A list of days is one a line, or with commas between; what is no day is refused by the rule. */
export function repeatOf({ repeat, everyWeeks, until, days }: RepeatFields): Repeat {
  if (repeat === 'weekly') return { kind: 'weekly', everyWeeks, until: until ?? '' }
  if (repeat === 'days') return { kind: 'days', days: (days ?? '').split(/[\s,，;；、]+/).filter(Boolean) }
  return { kind: 'once' }
}

export const moveForm = declareForm({ sections: [{ id: 'when', fields: when }], sent: { version } })
export const cancelForm = declareForm({
  sections: [{ id: 'cancel', fields: { why: fields.text('activity.why', { hint: 'activity.why_hint' }) } }],
  sent: { version },
})
export const heldForm = declareForm({
  sections: [{ id: 'held', fields: { people: fields.several('activity.people_there') } }],
  sent: { version },
})
export const counterForm = declareForm({
  sections: [{ id: 'counter', fields: {} }],
  sent: { version, takes: z.enum(['yes', 'no'], { error: 'form.invalid' }) },
})

const clock = z.preprocess((value) => (value === undefined ? '' : value), z.string())
export const answerForm = declareForm({
  sections: [
    {
      id: 'answer',
      fields: {
        answer: fields.oneOf(
          'radio',
          'visit.answer',
          ['accepted', 'countered', 'declined'] as const,
          (one) => `visit.answer_${one}`,
        ),
        day: fields.optionalDay('visit.other_day', { hint: 'visit.other_hint' }),
        from: { ...fields.time('activity.from'), required: false, schema: clock },
        to: { ...fields.time('activity.to'), required: false, schema: clock },
        note: fields.optionalArea('visit.note', { hint: 'visit.note_hint', longest: LONGEST_NOTE }),
      },
    },
  ],
  sent: { version, which: z.literal('answer') },
})

export const confirmForm = declareForm({
  sections: [
    {
      id: 'confirm',
      fields: {
        happened: fields.oneOf(
          'radio',
          'visit.happened',
          ['yes', 'no'] as const,
          (one) => `visit.happened_${one}`,
        ),
        listeners: fields.several('visit.listeners', { hint: 'visit.listeners_hint' }),
        note: fields.optionalArea('visit.why_not', { hint: 'visit.why_not_hint', longest: LONGEST_NOTE }),
      },
    },
  ],
  sent: { version, which: z.literal('confirm') },
})

/** One a line. */
export const targetLines = (text: string | null) =>
  (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')

const optionsOf = (people: readonly PersonOf[]) =>
  people.map(({ personId, name }) => ({ value: personId, label: name }))

export type StudioOf = {
  id: string
  name: string
  stage: string
  subject: string
  school: { id: string; name: string; code: string }
}

type Proposed = { id: string; schoolName: string; schoolCode: string }
type Starting = { members: readonly MemberRow[]; day: PlainDate; proposed: Proposed | null }

/** `proposed`: the visit that it takes. */
export function activityFormView(
  studio: StudioOf,
  { members, day, proposed }: Starting,
  words: Words,
): FormView {
  const host = proposed ? { name: proposed.schoolName, code: proposed.schoolCode } : studio.school
  const { t } = words
  return {
    title: t('activity.new'),
    trail: [ownCrumb(words), studioCrumb(studio)],
    intro: t('activity.new_about'),
    sections: drawSections(activityForm.sections, words, {
      values: {
        ...{
          kind: 'outreach',
          day,
          from: '14:00',
          to: '16:00',
          tenths: '2',
          repeat: 'once',
          everyWeeks: '1',
        },
        ...{ stage: studio.stage, subject: studio.subject, hostId: organisationText(host) },
      },
      fields: { people: { options: optionsOf(members.filter(({ role }) => role !== 'leader')) } },
    }),
    hidden: { proposedId: proposed?.id ?? '' },
    submitLabel: t('activity.check'),
    cancelHref: studioCrumb(studio).href,
  }
}

type ActWords = { title: string; intro: string; submit: string }
function actView(studio: StudioOf, activity: ActivityRow, { title, intro, submit }: ActWords, words: Words) {
  return {
    title,
    trail: [ownCrumb(words), studioCrumb(studio), activityCrumb(activity)],
    intro,
    hidden: { version: String(activity.version) },
    submitLabel: submit,
    cancelHref: activityCrumb(activity).href,
  }
}

/** `day`: another that the calendar was asked for. */
export function moveView(
  studio: StudioOf,
  activity: ActivityRow,
  day: PlainDate | null,
  words: Words,
): FormView {
  const { t } = words
  const said = { title: t('activity.act_move'), intro: t('activity.move_about'), submit: t('activity.check') }
  const values = { ...timeOf(activity), ...(day && { day }) }
  return {
    ...actView(studio, activity, said, words),
    sections: drawSections(moveForm.sections, words, { values, isNew: day !== null }),
  }
}

export function cancelView(studio: StudioOf, activity: ActivityRow, words: Words): FormView {
  const { t } = words
  const submit = t('activity.act_cancel')
  const said = { title: submit, intro: t('activity.cancel_about'), submit }
  return {
    ...actView(studio, activity, said, words),
    sections: drawSections(cancelForm.sections, words),
  }
}

export function heldView(
  studio: StudioOf,
  activity: ActivityRow,
  { members, booked }: { members: readonly MemberRow[]; booked: readonly PersonOf[] },
  words: Words,
): FormView {
  const { t } = words
  const submit = t('activity.act_held')
  const said = { title: submit, intro: t('activity.held_about', { school: activity.hostName }), submit }
  return {
    ...actView(studio, activity, said, words),
    sections: drawSections(heldForm.sections, words, {
      values: { people: booked.map(({ personId }) => personId) },
      fields: { people: { options: optionsOf(members) } },
    }),
  }
}

/** The studio's word on the host's date: a button each. */
export function counterView({ version: of }: ActivityRow, takes: 'yes' | 'no', { t }: Words): FormView {
  return {
    ...{ title: '', trail: [], intro: '', sections: [] },
    hidden: { version: String(of), takes },
    submitLabel: t(`activity.counter_${takes}`),
  }
}

export function answerView(activity: ActivityRow, words: Words): FormView {
  const { from, to } = timeOf(activity)
  return {
    ...{ title: words.t('visit.answer'), trail: [], intro: '' },
    sections: drawSections(answerForm.sections, words, { values: { from, to } }),
    hidden: { version: String(activity.version), which: 'answer' },
    submitLabel: words.t('visit.send'),
  }
}

export function confirmView(
  activity: ActivityRow,
  teachers: readonly (PersonOf & { isOfSubject: boolean })[],
  words: Words,
): FormView {
  return {
    ...{ title: words.t('visit.confirm'), trail: [], intro: '' },
    sections: drawSections(confirmForm.sections, words, {
      values: {
        listeners: teachers.filter(({ isOfSubject }) => isOfSubject).map(({ personId }) => personId),
      },
      fields: { listeners: { options: optionsOf(teachers) } },
    }),
    hidden: { version: String(activity.version), which: 'confirm' },
    submitLabel: words.t('visit.confirm_save'),
  }
}

export const ownCrumb = ({ t }: Words) => ({ href: '/me/studios', label: t('studios.mine') })
export const studioCrumb = ({ id: studioId, name }: { id: string; name: string }) => ({
  href: `/me/studios/${studioId}`,
  label: name,
})
export const activityCrumb = ({ id: activityId, studioId, title }: ActivityRow) => ({
  href: `/me/studios/${studioId}/activities/${activityId}`,
  label: title,
})

type Refusal = ActivityRefusal | AnswerRefusal | ConfirmRefusal
const fieldOf: Partial<Record<Refusal, string>> = {
  not_a_day: 'day',
  ends_before: 'to',
  outside_term: 'day',
  in_past: 'day',
  host_unknown: 'hostId',
  target_unknown: 'targets',
  proposed_other: 'hostId',
  not_a_member: 'people',
  nobody_there: 'people',
  clash: 'day',
  repeat_ends_before: 'until',
  repeat_too_many: 'until',
  repeat_no_days: 'days',
  not_of_school: 'listeners',
  why_missing: 'note',
}

export function activityRefusalOf({ reason, values }: Refused<Refusal>): ActRefusal {
  return {
    ...{ ok: false, key: `activity.error_${reason}`, field: fieldOf[reason], values },
    isConflict: reason === 'stale',
  }
}
