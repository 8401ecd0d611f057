/** The settings of one place as a sheet. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { type PolicyPlace, settingsAt } from './settings.queries.server.ts'
import { settingRow } from './ui/settings-view.server.ts'
import { type PolicyWords, roomName } from './value-text.server.ts'

export function settingsSheet(db: Db, place: PolicyPlace, day: PlainDate, words: PolicyWords): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const one of await settingsAt(db, place.id, day)) {
      const { name, value, from, source } = settingRow(place, one, words)
      const clause = one.definition.clause.replace('policy-source', t('policy.source_title'))
      yield [roomName(one.use.key, words), name, value, from, source, clause]
    }
  }
  return {
    sheetName: `${t('policy.title')} ${place.name} ${day}`,
    columns: [
      { heading: t('policy.room'), width: 14 },
      { heading: t('policy.setting'), width: 40 },
      { heading: t('policy.value'), width: 16 },
      { heading: t('policy.from'), width: 14 },
      { heading: t('policy.source'), width: 50 },
      { heading: t('policy.clause'), width: 30 },
    ],
    rows: rows(),
  }
}
