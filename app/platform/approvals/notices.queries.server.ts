/** Public notices as anybody reads them, and their objections as those who answer do. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { readCases } from './case-facts.server.ts'
import { isOpen, type NoticeState, noticeRows } from './notice.ts'
import { mayAnswer } from './objections.commands.server.ts'
import { findProcess, knownProcesses, type NoticeRow } from './process.ts'

const MOST_LISTED = 200

export type NoticeHead = {
  id: string
  title: string
  process: string
  orgName: string
  firstDay: PlainDate
  lastDay: PlainDate
}

/** The notices that are up today, the latest first. */
export async function runningNotices(db: Db, today: PlainDate): Promise<NoticeHead[]> {
  const found = await db.publicNotice.findMany({
    where: {
      ...{ state: 'running', lastDay: { gte: toDbDate(today) } },
      case: { process: { in: knownProcesses().map(({ key }) => key) } },
    },
    select: {
      ...{ id: true, title: true, firstDay: true, lastDay: true },
      case: { select: { process: true, organisation: { select: { name: true } } } },
    },
    orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
    take: MOST_LISTED,
  })
  return found.map(({ case: { process, organisation }, firstDay, lastDay, ...rest }) => ({
    ...rest,
    ...{ process, orgName: organisation.name, firstDay: fromDbDate(firstDay), lastDay: fromDbDate(lastDay) },
  }))
}

export type NoticeRecord = NoticeHead & { state: NoticeState; isOpen: boolean; rows: NoticeRow[] }

/** One notice; a replaced one shows no names any more. Null where there is none. */
export async function findNotice(db: Db, id: string, today: PlainDate): Promise<NoticeRecord | null> {
  const found = await db.publicNotice.findUnique({
    where: { id },
    include: { case: { select: { process: true, organisation: { select: { name: true } } } } },
  })
  if (!found || !findProcess(found.case.process)) return null
  const { title, case: about } = found
  const state = found.state as NoticeState
  const days = { firstDay: fromDbDate(found.firstDay), lastDay: fromDbDate(found.lastDay) }
  return {
    ...{ id, title, state, ...days, process: about.process, orgName: about.organisation.name },
    isOpen: isOpen({ state, ...days }, today),
    rows: state === 'replaced' ? [] : noticeRows(found.rows),
  }
}

export type ObjectionRecord = {
  id: string
  caseId: string
  title: string
  text: string
  contact: string
  receivedAt: string
  answer: string | null
}

/** An objection as whoever answers it reads it; null for everybody else. */
export async function findObjection(
  db: Db,
  actor: Actor,
  caseId: string,
  id: string,
  today: PlainDate,
): Promise<ObjectionRecord | null> {
  const found = await db.noticeObjection.findFirst({ where: { id, notice: { caseId } } })
  const [one] = found ? await readCases(db, actor, [caseId], today) : []
  if (!found || !one || mayAnswer(actor, one) !== null) return null
  return {
    ...{ id, caseId, title: one.title, text: found.text, contact: decryptPersonal(found.contact) },
    ...{ receivedAt: found.receivedAt.toISOString(), answer: found.answer },
  }
}
