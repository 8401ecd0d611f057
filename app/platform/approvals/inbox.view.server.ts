/** The inbox as its page and its workbook show it. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { isPlainDate } from '#app/platform/dates.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf, totalText } from '#app/platform/lists/pages.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { listInbox, streamInbox, type WaitingCase } from './inbox.queries.server.ts'
import { findProcess } from './process.ts'

export async function inboxView(
  db: Db,
  actor: Actor,
  params: URLSearchParams,
  today: PlainDate,
  words: Words,
) {
  const cursor = decodeKeyset(params.get('cursor'), ['due'], (_, value) => isPlainDate(value))
  const page = await listInbox(db, actor, cursor, today)
  return {
    rows: page.rows.map((row) => rowView(row, today, words)),
    total: words.t('approval.total', { total: totalText(page.total, words.locale) }),
    pages: pagesOf('/approvals', params, page),
  }
}

export type InboxRow = ReturnType<typeof rowView>

function rowView(row: WaitingCase, today: PlainDate, { t }: Words) {
  const process = findProcess(row.process)
  const step = process?.steps[row.step]
  const late = latenessOf(row, today)
  return {
    id: row.id,
    title: row.title,
    process: process ? t(process.label) : row.process,
    step: step ? t(step.label) : '',
    school: row.orgName,
    openedBy: row.openedByName,
    due: row.dueOn,
    late: late && t(`approval.${late}`),
  }
}

/** Why it should be done now; null where there is time. */
function latenessOf({ isEscalated, isReminded, dueOn }: WaitingCase, today: PlainDate) {
  if (isEscalated) return 'escalated'
  if (dueOn < today) return 'overdue'
  return isReminded ? 'soon' : null
}

export function inboxSheet(db: Db, actor: Actor, today: PlainDate, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for await (const found of streamInbox(db, actor, today))
      for (const row of found) {
        const shown = rowView(row, today, words)
        yield [shown.title, shown.process, shown.step, shown.school, shown.openedBy, shown.due, shown.late]
      }
  }
  return {
    sheetName: t('approval.title'),
    columns: [
      { heading: t('approval.about_whom'), width: 24 },
      { heading: t('approval.process'), shows: 'process', width: 20 },
      { heading: t('approval.step'), shows: 'step', width: 16 },
      { heading: t('approval.school'), shows: 'school', width: 28 },
      { heading: t('approval.opened_by'), shows: 'opened', width: 14 },
      { heading: t('approval.due'), shows: 'due', kind: 'date' },
      { heading: t('approval.lateness'), shows: 'due', width: 10 },
    ],
    rows: rows(),
  }
}
