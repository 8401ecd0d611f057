/** The volunteers of a round as a sheet, with what their points are made of. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { RoundRow } from '../rounds/rounds.queries.server.ts'
import { type Words, word } from '../ui/due-words.server.ts'
import { streamApplications } from './applications.queries.server.ts'
import { POINT_RULES, partOf } from './points.ts'

export function volunteersSheet(db: Db, actor: Actor, round: RoundRow, words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for await (const found of streamApplications(db, actor, round)) {
      for (const { pointsWhy, ...row } of found) {
        yield [
          row.staffNumber,
          row.name,
          row.orgName,
          word('stage', row.stage, words),
          word('subject', row.subject, words),
          row.points === null ? null : row.points / 100,
          ...POINT_RULES.map((rule) => (pointsWhy ? partOf(pointsWhy, rule) : null)),
          t(row.acceptsOther ? 'exchange.yes' : 'exchange.no'),
        ]
      }
    }
  }
  const number = (heading: string) => ({ heading, kind: 'number', width: 10 }) as const
  return {
    sheetName: t('volunteer.of_round'),
    columns: [
      { heading: t('due.number') },
      { heading: t('volunteer.name') },
      { heading: t('volunteer.school'), width: 28 },
      { heading: t('need.stage') },
      { heading: t('need.subject') },
      number(t('volunteer.points_of')),
      number(t('volunteer.years')),
      number(t('volunteer.service')),
      number(t('volunteer.shortage')),
      number(t('volunteer.family')),
      { heading: t('volunteer.accepts_other'), width: 20 },
    ],
    rows: rows(),
  }
}
