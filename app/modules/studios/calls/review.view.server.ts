/** What an expert has to judge, and the form of one; never who applied, or from where. */
import { z } from 'zod'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { teachingText } from '../words.server.ts'
import { pointsText } from './ranking.server.ts'
import type { Review } from './reviews.queries.server.ts'
import type { ScoreRefusal } from './scores.commands.server.ts'

const LONGEST_COMMENT = 2000
const points = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z
    .string()
    .trim()
    .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, 'review.error_points')
    .transform((typed) => Math.round(Number(typed) * 100))
    .nullable()
    .default(null),
)

export const scoreForm = declareForm({
  sections: [
    {
      id: 'score',
      fields: {
        points: { ...fields.optionalText('review.points', { hint: 'review.points_hint' }), schema: points },
        comment: fields.optionalArea('review.comment', {
          hint: 'review.comment_hint',
          longest: LONGEST_COMMENT,
        }),
        declares: fields.tick('review.declares'),
      },
    },
  ],
  sent: { applicationId: id },
})

export function reviewsView(reviews: readonly Review[], chosenId: string | null, words: Words) {
  const { t } = words
  const open = reviews.filter(({ isScoring }) => isScoring)
  const waiting = open.filter(({ points, conflict }) => points === null && conflict === null)
  const chosen = open.find(({ applicationId, conflict }) => applicationId === chosenId && isShown(conflict))
  return {
    rows: reviews.map((one) => ({
      id: one.applicationId,
      href: one.isScoring && isShown(one.conflict) ? `/me/reviews?application=${one.applicationId}` : null,
      title: t('review.number', { number: one.number }),
      call: one.callTitle,
      teaching: teachingText(one, words),
      state: stateOf(one, words),
    })),
    count: t('review.count', { count: open.length, waiting: waiting.length }),
    chosen: chosen && {
      title: t('review.of', { number: chosen.number, name: chosen.studioName }),
      teaching: teachingText(chosen, words),
      plan: chosen.plan,
      form: scoreView(chosen, words),
    },
  }
}
export type ReviewsView = ReturnType<typeof reviewsView>

/** What the expert may not judge is not shown to them either; what they declared themselves can be taken back. */
const isShown = (conflict: Review['conflict']) => conflict === null || conflict === 'declared'

function stateOf(
  { conflict, points: given, isScoring }: Review,
  { t }: Words,
): { label: string; tone: Tone } {
  if (conflict) return { label: t(`review.conflict_${conflict}`), tone: 'neutral' }
  if (given !== null) return { label: t('review.given', { points: pointsText(given) }), tone: 'green' }
  return { label: t(isScoring ? 'review.waiting' : 'review.missed'), tone: isScoring ? 'accent' : 'neutral' }
}

function scoreView({ applicationId, points: given, conflict, comment }: Review, words: Words): FormView {
  const values = {
    ...{ points: given === null ? '' : pointsText(given), comment },
    declares: conflict === 'declared',
  }
  return {
    ...{ title: '', trail: [], intro: '' },
    sections: drawSections(scoreForm.sections, words, { values }),
    hidden: { applicationId },
    submitLabel: words.t('review.save'),
    cancelHref: '/me/reviews',
  }
}

export function scoreRefusalOf({ reason, values }: Refused<ScoreRefusal>): ActRefusal {
  const field = reason === 'no_points' ? 'points' : undefined
  return { ok: false, key: `review.error_${reason}`, field, values }
}
