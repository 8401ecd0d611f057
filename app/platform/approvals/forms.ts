/** What the forms of a case take: of who decides it, and of whose it is. */
import { z } from 'zod'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import { DECISIONS } from './move.ts'
import { LONGEST_TEXT } from './notice.ts'

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

export const objectionForm = declareForm({
  sections: [
    {
      id: 'object',
      fields: {
        text: fields.area('notice.text', { longest: LONGEST_TEXT }),
        contact: fields.text('notice.contact'),
      },
    },
  ],
})

export const answerForm = declareForm({
  sections: [
    {
      id: 'answer',
      fields: {
        outcome: fields.oneOf(
          'radio',
          'notice.is_upheld',
          ['dismissed', 'upheld'],
          (code) => `notice.outcome_${code}`,
        ),
        answer: fields.area('notice.answer_text', { longest: LONGEST_TEXT }),
      },
    },
  ],
})

export const delegationForm = declareForm({
  sections: [
    {
      id: 'delegation',
      fields: {
        toId: fields.pick('delegation.to', id),
        validFrom: fields.day('delegation.first_day'),
        lastDay: fields.day('delegation.last_day'),
        reason: fields.optionalText('delegation.reason'),
      },
    },
  ],
})

export const calendarForm = declareForm({
  sections: [
    {
      id: 'days',
      fields: {
        firstDay: fields.day('calendar.first_day'),
        lastDay: fields.optionalDay('calendar.last_day', { hint: 'calendar.last_day_hint' }),
        kind: fields.oneOf('radio', 'calendar.kind', ['free', 'working'], (code) => `calendar.${code}`),
        source: fields.text('calendar.source', { hint: 'calendar.source_hint' }),
      },
    },
  ],
})

export const termForm = declareForm({
  sections: [
    {
      id: 'term',
      fields: {
        term: fields.pick(
          'school_term.term',
          z.string({ error: 'form.required' }).regex(/^20\d\d-(autumn|spring)$/, 'form.required'),
        ),
        termFirst: fields.day('school_term.first_day'),
        termLast: fields.day('school_term.last_day', { hint: 'school_term.last_day_hint' }),
        termSource: fields.text('calendar.source', { hint: 'school_term.source_hint' }),
      },
    },
  ],
  sent: { which: z.literal('term') },
})
