/** What is proposed to a studio, for its leader to take, move or refuse. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { ownCrumb, studioCrumb } from '../activities/activity.form.server.ts'
import { proposedEntry } from './proposal.view.server.ts'
import { type ProposedRow, proposedTo } from './proposals.queries.server.ts'

const LONGEST_NOTE = 500

export const answerProposedForm = declareForm({
  sections: [
    {
      id: 'answer',
      fields: {
        answer: fields.oneOf(
          'radio',
          'proposal.answer',
          ['move', 'refuse'] as const,
          (one) => `proposal.answer_as_${one}`,
        ),
        schoolId: fields.optionalSchool('proposal.other_school', { hint: 'proposal.other_school_hint' }),
        note: fields.optionalArea('proposal.note', { hint: 'proposal.note_hint', longest: LONGEST_NOTE }),
      },
    },
  ],
  sent: { version },
})

type Studio = { id: string; name: string }

export const proposedPath = ({ id }: Pick<Studio, 'id'>) => `/me/studios/${id}/proposed`

export async function proposedView(
  db: Db,
  { studio, leads, day }: { studio: Studio; leads: boolean; day: PlainDate },
  words: Words,
) {
  const path = `/me/studios/${studio.id}`
  const rows = await proposedTo(db, studio.id, day)
  return {
    studio: { id: studio.id, name: studio.name },
    rows: rows.map((row) => ({
      ...proposedEntry(row, words),
      acts:
        leads && row.state === 'proposed'
          ? { take: `${path}/activities/new?proposed=${row.id}`, answer: `${path}/proposed/${row.id}` }
          : null,
    })),
  }
}
export type ProposedView = Awaited<ReturnType<typeof proposedView>>

export function answerProposedView(studio: Studio, row: ProposedRow, words: Words): FormView {
  const { t } = words
  const crumb = { href: proposedPath(studio), label: t('proposal.proposed') }
  return {
    ...{ title: row.schoolName, trail: [ownCrumb(words), studioCrumb(studio), crumb] },
    intro: proposedEntry(row, words).why,
    sections: drawSections(answerProposedForm.sections, words, { values: { answer: 'move' }, isNew: true }),
    hidden: { version: String(row.version) },
    ...{ submitLabel: t('proposal.answer_send'), cancelHref: crumb.href },
  }
}
