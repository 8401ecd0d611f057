/** Days of researchers at schools as a list and a sheet. */
import type { FormView } from '#app/platform/forms/form-view.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { teachingText } from '../words.server.ts'
import type { LogState } from './researcher.ts'
import { confirmView, withdrawView } from './researchers.form.server.ts'
import type { LogRow } from './researchers.queries.server.ts'
import { HOSTED_RESEARCH_PATH } from './tell-researchers.server.ts'

const tones: Record<LogState, Tone> = {
  reported: 'accent',
  confirmed: 'green',
  refused: 'amber',
  withdrawn: 'neutral',
}

/** What the reader can do about one that waits: take it back, or answer it. */
export type LogAct = 'withdraw' | 'answer' | null

/** `act`: the reader's, where the day waits for the school. */
export function logEntry(row: LogRow, act: LogAct, words: Words) {
  const { t, locale } = words
  const waits = row.state === 'reported'
  const forms = { withdraw: withdrawView, answer: confirmView }
  const form: FormView | null = waits && act ? forms[act](row, words) : null
  return {
    id: row.id,
    name: row.name,
    teaching: teachingText(row, words),
    school: row.schoolName,
    day: t(`research_log.day_${row.part}`, { day: formatDay(row.heldOn, locale) }),
    kind: t(`research_log.kind_${row.kind}`),
    title: row.title,
    about: row.about,
    state: { label: t(`research_log.state_${row.state}`), tone: tones[row.state] },
    note: row.note,
    form,
    refuseHref: waits && act === 'answer' ? `${HOSTED_RESEARCH_PATH}/${row.id}` : null,
  }
}
export type LogEntry = ReturnType<typeof logEntry>

export function hostedLogsView(rows: readonly LogRow[], words: Words) {
  return {
    logs: rows.map((row) => logEntry(row, 'answer', words)),
    exportHref: `${HOSTED_RESEARCH_PATH}/export.xlsx`,
  }
}
export type HostedLogsView = ReturnType<typeof hostedLogsView>

export function logsSheet(found: readonly LogRow[], words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const row of found)
      yield [
        ...[
          row.name,
          teachingText(row, words),
          row.schoolName,
          row.heldOn,
          t(`research_log.part_${row.part}`),
        ],
        ...[t(`research_log.kind_${row.kind}`), row.title, row.about],
        ...[t(`research_log.state_${row.state}`), row.answeredByName, row.note],
      ]
  }
  return {
    sheetName: t('research_log.title_of_list'),
    columns: [
      { heading: t('researcher.name') },
      { heading: t('researcher.teaching'), width: 14 },
      { heading: t('research_log.school'), width: 28 },
      { heading: t('research_log.day'), kind: 'date' },
      { heading: t('research_log.part') },
      { heading: t('research_log.kind') },
      { heading: t('research_log.title'), width: 36 },
      { heading: t('research_log.about'), width: 36 },
      { heading: t('research_log.state') },
      { heading: t('research_log.answered_by') },
      { heading: t('research_log.note'), width: 28 },
    ],
    rows: rows(),
  }
}
