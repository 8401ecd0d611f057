/** The forms of volunteering: ranking posts, withdrawing, contesting points, answering, checking family grounds. */
import { z } from 'zod'
import { codeLabel } from '#app/modules/registry/index.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, optionalId, version } from '#app/platform/forms/schemas.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { NeedRow } from '../rounds/needs.queries.server.ts'
import { placeMarks } from '../rounds/round.view.server.ts'
import type { Words } from '../ui/due-words.server.ts'
import type { ApplicationRefusal, ContestRefusal } from './application.ts'
import type { ClaimsRefusal } from './applications.commands.server.ts'
import type { ApplicationRow, ContestRow, PublishedPoints } from './applications.queries.server.ts'
import { FAMILY_GROUNDS, isFamilyGround } from './family-claim.ts'
import { WISH_KINDS, type WishKind, type WishRefusal } from './wish.ts'

const LONGEST = 500
export const RANKS = ['first', 'second', 'third', 'fourth', 'fifth'] as const

const choice = (label: `volunteer.${(typeof RANKS)[number]}`) => ({
  ...({ kind: 'select', label, schema: optionalId } as const),
})
const grounds = {
  ...fields.several('volunteer.grounds', { hint: 'volunteer.grounds_hint' }),
  schema: fields.several('volunteer.grounds').schema.transform((codes) => codes.filter(isFamilyGround)),
}

export const applicationForm = declareForm({
  sections: [
    {
      id: 'ranking',
      fields: {
        first: { ...choice('volunteer.first'), required: true },
        second: choice('volunteer.second'),
        third: choice('volunteer.third'),
        fourth: choice('volunteer.fourth'),
        fifth: choice('volunteer.fifth'),
        acceptsOther: fields.tick('volunteer.accepts_other'),
        grounds,
        statement: fields.optionalArea('volunteer.statement_label', {
          ...{ hint: 'volunteer.statement_hint', longest: LONGEST },
        }),
      },
    },
  ],
  sent: { version },
})

export const withdrawForm = declareForm({
  sections: [{ id: 'withdraw', fields: {} }],
  sent: { version, which: z.literal('withdraw') },
})

export const contestForm = declareForm({
  sections: [
    {
      id: 'contest',
      fields: {
        applicationId: fields.pick('volunteer.whose', id),
        text: fields.area('volunteer.contest_text', { longest: LONGEST }),
      },
    },
  ],
  sent: { which: z.literal('contest') },
})

export const wishForm = declareForm({
  sections: [
    {
      id: 'wish',
      fields: {
        kind: fields.oneOf('radio', 'volunteer.wish_kind', WISH_KINDS, (one) => `volunteer.wish_${one}`),
        staffNumber: fields.text('volunteer.wish_number', { hint: 'volunteer.wish_number_hint' }),
      },
    },
  ],
  sent: { which: z.literal('wish') },
})

export const dropWishForm = declareForm({
  sections: [{ id: 'drop', fields: {} }],
  sent: { wishId: id, which: z.literal('wish_drop') },
})

export const claimsForm = declareForm({
  sections: [{ id: 'claims', fields: { confirmed: grounds } }],
  sent: { version, which: z.literal('claims') },
})

export const answerForm = declareForm({
  sections: [
    {
      id: 'answer',
      fields: {
        answer: fields.area('volunteer.answer_text', { longest: LONGEST }),
        upheld: fields.tick('volunteer.upheld'),
      },
    },
  ],
  sent: { contestId: id, which: z.literal('answer') },
})

const bare = { trail: [], intro: '' }

/** Ranks posts; `ranked` is what stands. */
export function applicationView(
  posts: readonly NeedRow[],
  application: ApplicationRow | null,
  ranked: readonly string[],
  words: Words,
): FormView {
  const { t, locale } = words
  const isSent = application?.state === 'submitted'
  const options = posts.map((post) => ({
    value: post.id,
    label: t('volunteer.post_option', {
      school: post.orgName,
      marks: placeMarks(post, words).join(locale === 'en' ? ', ' : '，'),
      places: formatNumber(post.places, locale),
    }),
  }))
  const values = {
    ...Object.fromEntries(RANKS.map((rank, at) => [rank, ranked[at]])),
    acceptsOther: application?.acceptsOther ?? false,
    statement: application?.statement,
    grounds: application?.claims.map(({ ground }) => ground) ?? [],
  }
  return {
    ...bare,
    title: t(isSent ? 'volunteer.change' : 'volunteer.form'),
    sections: drawSections(applicationForm.sections, words, {
      values,
      fields: {
        ...Object.fromEntries(RANKS.map((rank) => [rank, { options }])),
        grounds: { options: groundOptions(words) },
      },
    }),
    hidden: { version: String(application?.version ?? 0) },
    submitLabel: t(isSent ? 'volunteer.send_change' : 'volunteer.send'),
  }
}

export function withdrawView({ version: of }: ApplicationRow, { t }: Words): FormView {
  return {
    ...{ ...bare, sections: [], title: t('volunteer.withdraw') },
    hidden: { version: String(of), which: 'withdraw' },
    submitLabel: t('volunteer.withdraw'),
  }
}

export function contestView(published: readonly PublishedPoints[], words: Words): FormView {
  const { t } = words
  const options = published.map(({ id: value, name, orgName }) => ({ value, label: `${name}（${orgName}）` }))
  return {
    ...{ ...bare, title: t('volunteer.contest') },
    sections: drawSections(contestForm.sections, words, { fields: { applicationId: { options } } }),
    hidden: { which: 'contest' },
    submitLabel: t('volunteer.contest_send'),
  }
}

/** States a wish; or one's own side of one, already filled in. */
export function wishView(
  given: { kind: WishKind; staffNumber: string } | null,
  { t, locale }: Words,
): FormView {
  const values = given ?? { kind: 'near' }
  return {
    ...{ ...bare, title: t('volunteer.wish') },
    sections: given ? [] : drawSections(wishForm.sections, { t, locale }, { values }),
    hidden: { which: 'wish', ...(given ?? {}) },
    submitLabel: t(given ? 'volunteer.wish_agree' : 'volunteer.wish_send'),
  }
}

export function dropWishView(wishId: string, { t }: Words): FormView {
  return {
    ...{ ...bare, title: t('volunteer.wish_drop') },
    ...{ sections: [], hidden: { which: 'wish_drop', wishId }, submitLabel: t('volunteer.wish_drop') },
  }
}

export function claimsView({ claims, version: of }: ApplicationRow, words: Words): FormView {
  const { t } = words
  const stated = claims.map(({ ground }) => ground)
  const confirmed = claims.filter(({ isConfirmed }) => isConfirmed).map(({ ground }) => ground)
  const options = groundOptions(words).filter(({ value }) => stated.some((one) => one === value))
  return {
    ...{ ...bare, title: t('volunteer.claims') },
    sections: drawSections(claimsForm.sections, words, {
      values: { confirmed },
      fields: { confirmed: { options, hint: undefined } },
    }),
    hidden: { version: String(of), which: 'claims' },
    submitLabel: t('volunteer.claims_save'),
  }
}

export function answerView({ id: contestId }: Pick<ContestRow, 'id'>, words: Words): FormView {
  const { t } = words
  return {
    ...{ ...bare, title: t('volunteer.answer') },
    sections: drawSections(answerForm.sections, words),
    hidden: { contestId, which: 'answer' },
    submitLabel: t('volunteer.answer_send'),
  }
}

function groundOptions({ locale }: Words) {
  return FAMILY_GROUNDS.map(({ code }) => ({ value: code, label: codeLabel(FAMILY_GROUNDS, code, locale) }))
}

const fieldOf: Partial<Record<string, string>> = {
  no_preference: 'first',
  same_preference: 'second',
  not_fitting: 'first',
  colleague_unknown: 'staffNumber',
  own_number: 'staffNumber',
}

export function volunteerRefusalOf({
  reason,
  values,
}: Refused<ApplicationRefusal | ContestRefusal | ClaimsRefusal | WishRefusal>): ActRefusal {
  const isConflict = reason === 'changed_meanwhile'
  return { ok: false, key: `volunteer.error_${reason}`, field: fieldOf[reason], values, isConflict }
}
