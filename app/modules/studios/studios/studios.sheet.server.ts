/** Studios as a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { teachingText } from '../words.server.ts'
import { phaseView } from './studio.view.server.ts'
import { listStudios, type StudioFilter } from './studios.queries.server.ts'

export function studiosSheet(
  db: Db,
  actor: Actor,
  filter: StudioFilter,
  day: PlainDate,
  words: Words,
): ListSheet {
  const { t } = words
  async function* rows() {
    for (const one of await listStudios(db, actor, filter, day)) {
      yield [
        ...[one.name, one.leaderName, one.schoolName, teachingText(one, words), t(`studio.tier_${one.tier}`)],
        ...[one.validFrom, addDays(one.validTo, -1), one.members, phaseView(one, day, words).label],
      ]
    }
  }
  return {
    sheetName: t('studios.title'),
    columns: [
      { heading: t('studio.name'), width: 32 },
      { heading: t('studio.leader'), shows: 'leader' },
      { heading: t('studio.school'), shows: 'school', width: 28 },
      { heading: t('studio.teaching'), shows: 'teaching', width: 16 },
      { heading: t('studio.tier'), shows: 'tier' },
      { heading: t('studio.from'), shows: 'until', kind: 'date' },
      { heading: t('studio.until'), shows: 'until', kind: 'date' },
      { heading: t('studio.members'), shows: 'members', kind: 'number' },
      { heading: t('studio.state'), shows: 'state' },
    ],
    rows: rows(),
  }
}
