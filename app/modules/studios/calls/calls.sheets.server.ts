/** Calls, and the applications of one, as sheets. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { word } from '../words.server.ts'
import { callStageView } from './call.view.server.ts'
import { type CallRow, listCalls } from './calls.queries.server.ts'
import { pointsText, rankedApplications } from './ranking.server.ts'

const number = (heading: string) => ({ heading, kind: 'number', width: 10 }) as const
const date = (heading: string) => ({ heading, kind: 'date' }) as const

export function callsSheet(db: Db, actor: Actor, today: PlainDate, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for (const one of await listCalls(db, actor)) {
      yield [
        ...[one.title, one.orgName, one.documentNo, one.opensOn, one.closesOn],
        ...[callStageView(one, today, words).label, one.places, one.sent],
      ]
    }
  }
  return {
    sheetName: t('call.title'),
    columns: [
      { heading: t('call.name'), width: 40 },
      { heading: t('call.bureau'), shows: 'bureau', width: 24 },
      { heading: t('call.document'), width: 20 },
      { ...date(t('call.opens_on')), shows: 'window' },
      { ...date(t('call.closes_on')), shows: 'window' },
      { heading: t('call.state'), shows: 'state' },
      { ...number(t('call.places')), shows: 'places' },
      { ...number(t('call.sent')), shows: 'sent' },
    ],
    rows: rows(),
  }
}

/** With scores for those who run the call. */
export function applicationsSheet(
  db: Db,
  actor: Actor,
  { call, runs, today }: { call: CallRow; runs: boolean; today: PlainDate },
  words: Words,
): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const { row, mean } of await rankedApplications(db, actor, call, today)) {
      yield [
        ...[row.name, row.staffNumber, row.schoolName, row.studioName],
        ...[word('stage', row.stage, words), word('subject', row.subject, words)],
        t(`application.state_${row.state}`),
        ...(runs ? [mean === null ? null : Number(pointsText(mean)), row.points.length, row.conflicts] : []),
      ]
    }
  }
  return {
    sheetName: t('call.applications'),
    columns: [
      { heading: t('call.applicant') },
      { heading: t('application.staff_number'), width: 14 },
      { heading: t('application.school'), width: 28 },
      { heading: t('application.name'), width: 28 },
      { heading: t('application.stage') },
      { heading: t('application.subject') },
      { heading: t('call.state') },
      ...(runs ? [number(t('call.mean')), number(t('call.scores')), number(t('call.conflicts'))] : []),
    ],
    rows: rows(),
  }
}
