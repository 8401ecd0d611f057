/** Exemptions under their filter as a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { exemptionState } from './exemption.ts'
import { type ExemptionFilter, streamExemptions } from './exemptions.queries.server.ts'
import { exemptionWord, type Words } from './ui/due-words.server.ts'
import { stateView } from './ui/exemption-words.server.ts'

export function exemptionsSheet(
  db: Db,
  actor: Actor,
  filter: ExemptionFilter,
  today: PlainDate,
  words: Words,
): ListSheet {
  const { t } = words
  async function* rows() {
    for await (const found of streamExemptions(db, actor, filter, today)) {
      for (const row of found) {
        yield [
          row.staffNumber,
          row.name,
          row.orgName,
          exemptionWord(row.kind, words),
          row.validFrom,
          addDays(row.validTo, -1),
          row.documentNo,
          t(row.hasProof ? 'exchange.yes' : 'exchange.no'),
          stateView(exemptionState(row, today), words).label,
        ]
      }
    }
  }
  return {
    sheetName: t('exemption.title'),
    columns: [
      { heading: t('due.number'), shows: 'number' },
      { heading: t('due.name') },
      { heading: t('due.school'), shows: 'school', width: 28 },
      { heading: t('exemption.kind'), shows: 'kind', width: 24 },
      { heading: t('exemption.from'), shows: 'from', kind: 'date' },
      { heading: t('exemption.until'), shows: 'until', kind: 'date' },
      { heading: t('exemption.document'), shows: 'document', width: 24 },
      { heading: t('exemption.proof'), shows: 'proof', width: 10 },
      { heading: t('exemption.state'), shows: 'state', width: 10 },
    ],
    rows: rows(),
  }
}
