/** The form of a pin or ban. */
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { id } from '#app/platform/forms/schemas.ts'
import { roundCrumb, roundsCrumb } from '../rounds/round.form.server.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import type { Words } from '../ui/due-words.server.ts'
import { RULE_KINDS } from './plan.ts'
import type { PlanRow } from './plans.queries.server.ts'
import type { FittingPost } from './rules.commands.server.ts'

export const ruleForm = declareForm({
  sections: [
    {
      id: 'rule',
      fields: {
        needId: fields.pick('plan.rule_post', id),
        kind: fields.oneOf('radio', 'plan.rule_kind', RULE_KINDS, (one) => `plan.rule_${one}_it`),
        reason: fields.area('plan.rule_reason'),
      },
    },
  ],
})

export function ruleView(
  round: RoundRow,
  plan: PlanRow,
  name: string,
  posts: readonly FittingPost[],
  words: Words,
): FormView {
  const { t } = words
  const path = `/exchange/rounds/${round.id}/plans`
  const ruled = posts.find(({ kind }) => kind !== null)
  const label = ({ hostName, rank, kind }: FittingPost) =>
    [hostName, rank === null ? '' : t('plan.rank', { rank }), kind ? t(`plan.rule_${kind}_done`) : '']
      .filter(Boolean)
      .join(' · ')
  return {
    title: t('plan.rule_of', { name }),
    trail: [
      roundsCrumb(words),
      roundCrumb(round, words),
      { href: path, label: t('plan.title') },
      { href: `${path}/${plan.id}`, label: t('plan.number', { number: plan.number }) },
    ],
    intro: t('plan.rule_about'),
    sections: drawSections(ruleForm.sections, words, {
      values: { needId: ruled?.id, kind: ruled?.kind ?? 'pin', reason: ruled?.reason ?? '' },
      fields: { needId: { options: posts.map((post) => ({ value: post.id, label: label(post) })) } },
    }),
    submitLabel: t('plan.rule_save'),
    cancelHref: `${path}/${plan.id}`,
  }
}
