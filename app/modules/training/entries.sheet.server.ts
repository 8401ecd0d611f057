/** What was reported, under its filter, as a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { type EntryFilter, streamEntries } from './entries.queries.server.ts'
import { entryRowView } from './entry.view.server.ts'
import { TENTHS } from './training-policy.ts'

export function entriesSheet(db: Db, actor: Actor, filter: EntryFilter, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for await (const found of streamEntries(db, actor, filter)) {
      for (const row of found) {
        const { name, number, school, title, kind, level, state, submitted } = entryRowView(row, words)
        const proof = t(row.hasProof ? 'training.yes' : 'training.no')
        yield [
          ...[number, name, school, title, kind, level, row.startsOn, row.lastDay],
          ...[row.tenths / TENTHS, proof, submitted, state.label],
        ]
      }
    }
  }
  return {
    sheetName: t('training.check_title'),
    columns: [
      { heading: t('training.col_number'), shows: 'number' },
      { heading: t('training.col_name') },
      { heading: t('training.col_school'), shows: 'school', width: 28 },
      { heading: t('training.col_title'), shows: 'title', width: 32 },
      { heading: t('training.col_kind'), shows: 'kind' },
      { heading: t('training.col_level'), shows: 'level' },
      { heading: t('training.field_starts'), shows: 'days', kind: 'date' },
      { heading: t('training.field_last'), shows: 'days', kind: 'date' },
      { heading: t('training.col_hours'), shows: 'hours', kind: 'number' },
      { heading: t('training.col_proof'), shows: 'proof' },
      { heading: t('training.col_submitted'), shows: 'submitted', kind: 'date' },
      { heading: t('training.col_state'), shows: 'state' },
    ],
    rows: rows(),
  }
}
