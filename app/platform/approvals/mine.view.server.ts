/** One's own cases as their page and their workbook show them. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { decodeKeyset } from '#app/platform/lists/keyset.ts'
import { pagesOf, totalText } from '#app/platform/lists/pages.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import { stateTones } from './case.view.server.ts'
import { listOwnCases, type OwnCase, streamOwnCases } from './mine.queries.server.ts'
import { findProcess } from './process.ts'

export async function ownCasesView(db: Db, actor: Actor, params: URLSearchParams, words: Words) {
  const page = await listOwnCases(db, actor, decodeKeyset(params.get('cursor'), ['id']))
  return {
    rows: page.rows.map((row) => rowView(row, words)),
    total: words.t('approval.total', { total: totalText(page.total, words.locale) }),
    pages: pagesOf('/approvals/mine', params, page),
  }
}

export type OwnCaseRow = ReturnType<typeof rowView>

function rowView(row: OwnCase, { t }: Words) {
  const process = findProcess(row.process)
  const step = row.state === 'waiting' ? process?.steps[row.step] : undefined
  return {
    id: row.id,
    title: row.title,
    process: process ? t(process.label) : row.process,
    state: { label: t(`approval.state_${row.state}`), tone: stateTones[row.state] },
    step: step ? t(step.label) : '',
    school: row.orgName,
    opened: formatMoment(row.openedAt),
    decided: row.decidedAt && formatMoment(row.decidedAt),
  }
}

export function ownCasesSheet(db: Db, actor: Actor, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for await (const found of streamOwnCases(db, actor))
      for (const row of found) {
        const { title, process, state, step, school, opened, decided } = rowView(row, words)
        yield [title, process, state.label, step, school, opened, decided]
      }
  }
  return {
    sheetName: t('approval.mine'),
    columns: [
      { heading: t('approval.about_whom'), width: 24 },
      { heading: t('approval.process'), shows: 'process', width: 20 },
      { heading: t('approval.state'), shows: 'state', width: 12 },
      { heading: t('approval.step'), shows: 'state', width: 16 },
      { heading: t('approval.school'), shows: 'school', width: 28 },
      { heading: t('approval.opened_at'), shows: 'opened', width: 18 },
      { heading: t('approval.decided_at'), shows: 'decided', width: 18 },
    ],
    rows: rows(),
  }
}
