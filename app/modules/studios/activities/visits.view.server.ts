/** Visits as a list and a sheet. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { listVisits } from './activities.queries.server.ts'
import { stateView, timeText } from './activity.view.server.ts'

export async function visitListView(db: Db, actor: Actor, words: Words) {
  const rows = await listVisits(db, actor)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      href: `/studios/visits/${row.id}`,
      title: row.title,
      when: timeText(row, words),
      studio: row.studioName,
      kind: words.t(`activity.kind_${row.kind}`),
      host: row.hostName,
      state: stateView(row.state, words),
    })),
    total: words.t('visit.count', { count: rows.length }),
  }
}
export type VisitListView = Awaited<ReturnType<typeof visitListView>>

export function visitsSheet(db: Db, actor: Actor, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for (const row of await listVisits(db, actor)) {
      yield [
        ...[row.title, timeText(row, words), row.studioName, t(`activity.kind_${row.kind}`), row.hostName],
        stateView(row.state, words).label,
      ]
    }
  }
  return {
    sheetName: t('visit.title'),
    columns: [
      { heading: t('activity.title'), width: 36 },
      { heading: t('activity.when'), shows: 'when', width: 28 },
      { heading: t('studio.name'), shows: 'studio', width: 28 },
      { heading: t('activity.kind'), shows: 'kind' },
      { heading: t('activity.host'), shows: 'host', width: 28 },
      { heading: t('studio.state'), shows: 'state' },
    ],
    rows: rows(),
  }
}
