/** What a public notice takes and when: its rules, without a database. */
import type { PlainDate } from '#app/platform/dates.ts'
import type { NoticeRow } from './process.ts'

/** The longest text of an objection or an answer, in characters. */
export const LONGEST_TEXT = 2_000

/** More than these of one notice wait for an answer: no more are taken. */
export const MOST_OBJECTIONS = 500

export type NoticeState = 'running' | 'ended' | 'replaced'

/** Whether objections are taken on that day. */
export function isOpen(
  notice: { state: string; firstDay: PlainDate; lastDay: PlainDate },
  today: PlainDate,
): boolean {
  return notice.state === 'running' && notice.firstDay <= today && today <= notice.lastDay
}

/** The stored rows again. */
export function noticeRows(stored: unknown): NoticeRow[] {
  return stored as NoticeRow[]
}
