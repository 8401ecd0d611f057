/** The audit trail as a sheet, under its filter. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { eachEntry } from './trail.queries.server.ts'
import type { TrailFilter } from './trail.ts'
import { rowView } from './trail-words.server.ts'

export function trailSheet(db: Db, actor: Actor, filter: TrailFilter, t: ServerTranslate): SheetSpec {
  async function* rows() {
    for await (const found of eachEntry(db, actor, filter)) {
      const row = rowView(found, t)
      yield [
        formatMoment(row.at),
        row.actorName,
        row.what,
        row.about,
        row.person?.staffNumber ?? null,
        row.organisationName,
        row.reason,
        row.chainId,
        row.seq,
      ]
    }
  }
  return {
    sheetName: t('audit.title'),
    columns: [
      { heading: t('audit.at'), width: 18 },
      { heading: t('audit.who'), width: 20 },
      { heading: t('audit.what'), width: 20 },
      { heading: t('audit.subject'), width: 28 },
      { heading: t('audit.staff_number'), width: 16 },
      { heading: t('audit.organisation'), width: 28 },
      { heading: t('audit.reason'), width: 32 },
      { heading: t('audit.chain'), width: 38 },
      { heading: t('audit.sequence'), width: 12 },
    ],
    rows: rows(),
  }
}
