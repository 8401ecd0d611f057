/** Postings under their filter as a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { formText } from '../rounds/round.view.server.ts'
import { teachingText, type Words } from '../ui/due-words.server.ts'
import { phaseView } from './posting.view.server.ts'
import { type PostingFilter, streamPostings } from './postings.queries.server.ts'

export function postingsSheet(
  db: Db,
  actor: Actor,
  filter: PostingFilter,
  today: PlainDate,
  words: Words,
): ListSheet {
  const { t } = words
  async function* rows() {
    for await (const found of streamPostings(db, actor, filter, today)) {
      for (const row of found) {
        yield [
          ...[row.staffNumber, row.name, row.homeName, row.hostName, teachingText(row, words)],
          ...[formText(row.form, words), row.validFrom, addDays(row.validTo, -1)],
          ...[phaseView(row, today, words).label, row.arrivedOn],
          row.finalGrade && t(`posting.grade_${row.finalGrade}`),
        ]
      }
    }
  }
  return {
    sheetName: t('posting.title'),
    columns: [
      { heading: t('posting.number'), shows: 'number' },
      { heading: t('posting.name') },
      { heading: t('posting.home'), shows: 'home', width: 28 },
      { heading: t('posting.host'), shows: 'host', width: 28 },
      { heading: t('posting.teaching'), shows: 'teaching', width: 16 },
      { heading: t('posting.form'), shows: 'form', width: 18 },
      { heading: t('posting.from'), shows: 'from', kind: 'date' },
      { heading: t('posting.until'), shows: 'until', kind: 'date' },
      { heading: t('posting.state'), shows: 'state', width: 10 },
      { heading: t('posting.arrived'), shows: 'arrived', kind: 'date' },
      { heading: t('posting.grade'), shows: 'grade', width: 12 },
    ],
    rows: rows(),
  }
}
