/** The forms of membership: inviting, wanting to join, answering, leaving, pairing; and how a refusal is told. */
import { z } from 'zod'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { ownCrumb, studioCrumb } from '../activities/activity.form.server.ts'
import type { MemberRefusal, WishAnswer } from './members.commands.server.ts'
import type { BelongingRow, JoinableRow, PairRow, WishRow } from './members.queries.server.ts'
import { JOINED_ROLES } from './members.ts'
import type { PairRefusal } from './pairs.commands.server.ts'

const LONGEST_NOTE = 1_000

const role = fields.oneOf('radio', 'member.role', JOINED_ROLES, (one) => `studio.role_${one}`)
const note = fields.optionalArea('member.note', { hint: 'member.note_hint', longest: LONGEST_NOTE })

export const inviteForm = declareForm({
  sections: [
    {
      id: 'invite',
      fields: {
        schoolId: fields.school('member.school', { hint: 'member.school_hint' }),
        name: fields.text('member.name'),
        staffNumber: fields.optionalText('member.staff_number', { hint: 'member.staff_number_hint' }),
        role,
        note,
      },
    },
  ],
})
export const joinForm = declareForm({ sections: [{ id: 'join', fields: { role, note } }] })
export const answerWishForm = declareForm({
  sections: [{ id: 'wish', fields: {} }],
  sent: {
    version,
    wish: id,
    answer: z.enum(['accepted', 'declined', 'withdrawn'], { error: 'form.invalid' }),
  },
})
export const endForm = declareForm({
  sections: [{ id: 'end', fields: { why: fields.text('member.why', { longest: 200 }) } }],
})
export const pairForm = declareForm({
  sections: [
    {
      id: 'pair',
      fields: {
        mentorId: fields.pick('pair.mentor', id),
        traineeId: fields.pick('pair.trainee', id),
        goal: fields.area('pair.goal', { hint: 'pair.goal_hint', longest: LONGEST_NOTE }),
      },
    },
  ],
})
export const closePairForm = declareForm({
  sections: [
    {
      id: 'close',
      fields: { outcome: fields.area('pair.outcome', { hint: 'pair.outcome_hint', longest: LONGEST_NOTE }) },
    },
  ],
  sent: { version },
})

type Studio = { id: string; name: string }

export const membersPath = ({ id: studioId }: Pick<Studio, 'id'>) => `/me/studios/${studioId}/members`

const trailOf = (studio: Studio, words: Words) => [
  ownCrumb(words),
  studioCrumb(studio),
  { href: membersPath(studio), label: words.t('member.title') },
]

export function inviteView(studio: Studio, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t('member.invite'), trail: trailOf(studio, words), intro: t('member.invite_about') },
    sections: drawSections(inviteForm.sections, words, { values: { role: 'trainee' }, isNew: true }),
    ...{ submitLabel: t('member.invite_send'), cancelHref: membersPath(studio) },
  }
}

export function joinView(studio: JoinableRow, words: Words): FormView {
  const { t } = words
  const crumb = { href: '/me/studios/join', label: t('member.join_title') }
  return {
    ...{ title: t('member.join_to', { name: studio.name }), trail: [ownCrumb(words), crumb] },
    intro: t('member.join_about'),
    sections: drawSections(joinForm.sections, words, { values: { role: 'trainee' }, isNew: true }),
    ...{ submitLabel: t('member.join_send'), cancelHref: crumb.href },
  }
}

/** A button each: the answers that the reader can give to a wish. */
export function answerViews(
  { id: wish, version: of }: WishRow,
  answers: readonly WishAnswer[],
  { t }: Words,
): { answer: WishAnswer; form: FormView }[] {
  return answers.map((answer) => ({
    answer,
    form: {
      ...{ title: '', trail: [], intro: '', sections: [] },
      hidden: { version: String(of), wish, answer },
      submitLabel: t(`member.answer_${answer}`),
    },
  }))
}

export function endView(studio: Studio, member: BelongingRow, isOwn: boolean, words: Words): FormView {
  const { t } = words
  const submit = t(isOwn ? 'member.leave' : 'member.end')
  return {
    ...{ title: submit, trail: trailOf(studio, words), cancelHref: membersPath(studio) },
    intro: t(isOwn ? 'member.leave_about' : 'member.end_about', { name: member.name }),
    sections: drawSections(endForm.sections, words),
    submitLabel: submit,
  }
}

export function pairView(studio: Studio, members: readonly BelongingRow[], words: Words): FormView {
  const { t } = words
  const of = (isTrainee: boolean) => ({
    options: members
      .filter((one) => (one.role === 'trainee') === isTrainee)
      .map(({ personId: value, name, schoolName }) => ({
        value,
        label: t('pair.option', { name, school: schoolName ?? '' }),
      })),
  })
  return {
    ...{ title: t('pair.new'), trail: trailOf(studio, words), intro: t('pair.new_about') },
    sections: drawSections(pairForm.sections, words, {
      fields: { mentorId: of(false), traineeId: of(true) },
    }),
    ...{ submitLabel: t('pair.save'), cancelHref: membersPath(studio) },
  }
}

export function closePairView(studio: Studio, pair: PairRow, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t('pair.close'), trail: trailOf(studio, words), cancelHref: membersPath(studio) },
    intro: t('pair.close_about', { mentor: pair.mentor, trainee: pair.trainee, goal: pair.goal }),
    sections: drawSections(closePairForm.sections, words),
    hidden: { version: String(pair.version) },
    submitLabel: t('pair.close'),
  }
}

const memberFields: Partial<Record<MemberRefusal, string>> = {
  ...{ person_unknown: 'name', person_several: 'staffNumber', not_teaching: 'name', not_of_area: 'schoolId' },
  ...{ is_member: 'name', is_asked: 'name', full: 'role', kept_for_rural: 'role', no_turn: 'role' },
}

/** `spec`: of which form it is told; what the form has no field for stands above it. */
export function memberRefusalOf(
  { reason, values }: Refused<MemberRefusal>,
  has: readonly string[] = [],
): ActRefusal {
  const field = memberFields[reason]
  return {
    ...{ ok: false, key: `member.error_${reason}`, values, isConflict: reason === 'stale' },
    ...(field && has.includes(field) && { field }),
  }
}

const pairFields: Partial<Record<PairRefusal, string>> = { not_a_member: 'mentorId', has_mentor: 'traineeId' }

export function pairRefusalOf({ reason, values }: Refused<PairRefusal>): ActRefusal {
  const isConflict = reason === 'stale'
  return { ok: false, key: `pair.error_${reason}`, field: pairFields[reason], values, isConflict }
}
