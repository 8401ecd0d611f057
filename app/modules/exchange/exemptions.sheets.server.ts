/** Exemptions under their filter as a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
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
): SheetSpec {
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
      { heading: t('due.number') },
      { heading: t('due.name') },
      { heading: t('due.school'), width: 28 },
      { heading: t('exemption.kind'), width: 24 },
      { heading: t('exemption.from'), kind: 'date' },
      { heading: t('exemption.until'), kind: 'date' },
      { heading: t('exemption.document'), width: 24 },
      { heading: t('exemption.proof'), width: 10 },
      { heading: t('exemption.state'), width: 10 },
    ],
    rows: rows(),
  }
}
