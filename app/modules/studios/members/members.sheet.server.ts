/** The members of a studio as a sheet. */
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { word } from '../words.server.ts'
import { belongingTo } from './members.queries.server.ts'

export function membersSheet(
  db: Db,
  { id, name }: { id: string; name: string },
  day: PlainDate,
  words: Words,
): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const row of await belongingTo(db, id, day))
      yield [
        ...[row.name, t(`studio.role_${row.role}`), row.schoolName, row.isRural ? t('member.rural') : null],
        ...[word('titleLevel', row.titleLevel, words), row.validFrom, addDays(row.validTo, -1), row.leftWhy],
      ]
  }
  return {
    sheetName: name.slice(0, 31),
    columns: [
      { heading: t('member.name') },
      { heading: t('member.role') },
      { heading: t('member.school'), width: 28 },
      { heading: t('member.place') },
      { heading: t('member.title_level') },
      { heading: t('member.since'), kind: 'date' },
      { heading: t('studio.until'), kind: 'date' },
      { heading: t('member.why'), width: 28 },
    ],
    rows: rows(),
  }
}
