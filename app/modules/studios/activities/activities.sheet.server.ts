/** The activities of a studio as a sheet. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { activitiesBetween } from './activities.queries.server.ts'
import { midnightOf, timeOf } from './activity.ts'
import { stateView } from './activity.view.server.ts'

type Studio = { id: string; name: string; validFrom: PlainDate; validTo: PlainDate }

export function activitiesSheet(db: Db, { id, name, validFrom, validTo }: Studio, words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const row of await activitiesBetween(db, id, midnightOf(validFrom), midnightOf(validTo))) {
      const { day, from, to } = timeOf(row)
      yield [
        ...[day, from, to, t(`activity.kind_${row.kind}`), row.title, row.hostName, row.room],
        stateView(row.state, words).label,
      ]
    }
  }
  return {
    sheetName: name.slice(0, 31),
    columns: [
      { heading: t('activity.day'), kind: 'date' },
      { heading: t('activity.from') },
      { heading: t('activity.to') },
      { heading: t('activity.kind') },
      { heading: t('activity.title'), width: 36 },
      { heading: t('activity.host'), width: 28 },
      { heading: t('activity.room') },
      { heading: t('studio.state') },
    ],
    rows: rows(),
  }
}
