/** The due list under its filter as a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { streamDue } from './due.queries.server.ts'
import type { DueFilter } from './due-filter.ts'
import { retiresOn, servedSince } from './eligibility.ts'
import { groundText, outcomeView, type Words, word, yearsServed } from './ui/due-words.server.ts'

export function dueSheet(db: Db, actor: Actor, filter: DueFilter, words: Words): ListSheet {
  const { t } = words
  const day = schoolYearStart(filter.schoolYear)
  async function* rows() {
    for await (const found of streamDue(db, actor, filter)) {
      for (const row of found) {
        yield [
          row.staffNumber,
          row.name,
          row.orgName,
          word('stage', row.stage, words),
          word('subject', row.subject, words),
          word('titleLevel', row.titleLevel, words),
          servedSince(row),
          yearsServed(row, day),
          t(row.isBackbone ? 'exchange.yes' : 'exchange.no'),
          retiresOn(row),
          outcomeView(row.decision.outcome, words).label,
          groundText(row.decision, words),
        ]
      }
    }
  }
  return {
    sheetName: `${t('due.title')} ${filter.schoolYear}-${filter.schoolYear + 1}`,
    columns: [
      { heading: t('due.number'), shows: 'number' },
      { heading: t('due.name') },
      { heading: t('due.school'), shows: 'school', width: 28 },
      { heading: t('due.filter_stage'), shows: 'teaching' },
      { heading: t('due.filter_subject'), shows: 'teaching' },
      { heading: t('due.title_level'), shows: 'title' },
      { heading: t('due.served_since'), shows: 'years', kind: 'date' },
      { heading: t('due.years'), shows: 'years', kind: 'number', width: 10 },
      { heading: t('due.backbone'), shows: 'backbone', width: 10 },
      { heading: t('due.retires_on'), kind: 'date' },
      { heading: t('due.outcome'), shows: 'outcome' },
      { heading: t('due.ground'), shows: 'ground', width: 32 },
    ],
    rows: rows(),
  }
}
