/** The audit trail as a sheet, under its filter. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { eachEntry } from './trail.queries.server.ts'
import type { TrailFilter } from './trail.ts'
import { rowView } from './trail-words.server.ts'

export function trailSheet(db: Db, actor: Actor, filter: TrailFilter, t: ServerTranslate): ListSheet {
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
      { heading: t('audit.at'), shows: 'at', width: 18 },
      { heading: t('audit.who'), shows: 'who', width: 20 },
      { heading: t('audit.what'), width: 20 },
      { heading: t('audit.subject'), shows: 'about', width: 28 },
      { heading: t('audit.staff_number'), shows: 'about', width: 16 },
      { heading: t('audit.organisation'), shows: 'organisation', width: 28 },
      { heading: t('audit.reason'), shows: 'reason', width: 32 },
      { heading: t('audit.chain'), width: 38 },
      { heading: t('audit.sequence'), width: 12 },
    ],
    rows: rows(),
  }
}
