/** What the forms of a case take: of who decides it, and of whose it is. */
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import { version } from '#app/platform/forms/schemas.ts'
import { DECISIONS } from './move.ts'

const LONGEST_COMMENT = 500
const comment = fields.optionalArea('approval.comment', {
  longest: LONGEST_COMMENT,
  hint: 'approval.comment_hint',
})

export const decideForm = declareForm({
  sections: [
    {
      id: 'decide',
      fields: {
        decision: fields.oneOf(
          'radio',
          'approval.decision',
          [...DECISIONS, 'recuse'],
          (code) => `approval.decision_${code}`,
        ),
        comment,
      },
    },
  ],
  sent: { version },
})

export const ownForm = declareForm({
  sections: [
    {
      id: 'own',
      fields: {
        act: fields.oneOf(
          'radio',
          'approval.own_act',
          ['submit', 'withdraw'],
          (code) => `approval.act_${code}`,
        ),
        // Both forms may stand on one page: no two fields of it are called the same.
        note: fields.optionalArea('approval.comment', { longest: LONGEST_COMMENT }),
      },
    },
  ],
  sent: { version },
})
