/** One case as its page tells it: where it stands, what was said, what the reader may do. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { canReadCase } from './access.server.ts'
import { type CaseWithMover, readCases } from './case-facts.server.ts'
import { type EntryKind, type MoveRefusal, mayMove, movedTo } from './move.ts'
import { MOST_OBJECTIONS, type NoticeState } from './notice.ts'
import { mayAnswer } from './objections.commands.server.ts'

export type CaseEntry = {
  number: number
  kind: EntryKind
  step: string | null
  comment: string
  byName: string
  behalfName: string | null
  at: string
}

export type CaseRecord = CaseWithMover & {
  orgName: string
  entries: number
  said: CaseEntry[]
  waits: { orgName: string; dueOn: PlainDate; isEscalated: boolean }[]
  notices: { id: string; number: number; state: NoticeState; firstDay: PlainDate; lastDay: PlainDate }[]
  objections: {
    id: string
    text: string
    receivedAt: string
    answer: string | null
    isUpheld: boolean | null
  }[]
  /** Whether the reader answers objections. */
  canAnswer: boolean
  /** Why the reader does not decide it, though it is the time to; null where they may. */
  mayDecide: MoveRefusal | null
  canSubmit: boolean
  canWithdraw: boolean
}

/** The case; null when it is not there or not for the reader. */
export async function findCase(
  db: Db,
  actor: Actor,
  id: string,
  today: PlainDate,
): Promise<CaseRecord | null> {
  const [one] = await readCases(db, actor, [id], today)
  if (!one || !(await canReadCase(db, actor, one))) return null
  const found = await db.approvalCase.findUniqueOrThrow({
    where: { id },
    include: {
      organisation: { select: { name: true } },
      entries: { orderBy: { number: 'asc' } },
      waits: { include: { organisation: { select: { name: true } } }, orderBy: { isEscalated: 'asc' } },
      notices: {
        include: { objections: { orderBy: { receivedAt: 'asc' }, take: MOST_OBJECTIONS } },
        orderBy: { number: 'asc' },
      },
    },
  })
  return {
    ...one,
    orgName: found.organisation.name,
    said: found.entries.map(({ kind, at, ...entry }) => ({
      ...{ ...entry, kind: kind as EntryKind, at: at.toISOString() },
    })),
    waits: found.waits.map(({ organisation, dueOn, isEscalated }) => ({
      ...{ orgName: organisation.name, dueOn: fromDbDate(dueOn), isEscalated },
    })),
    notices: found.notices.map(({ id, number, state, firstDay, lastDay }) => ({
      ...{
        id,
        number,
        state: state as NoticeState,
        firstDay: fromDbDate(firstDay),
        lastDay: fromDbDate(lastDay),
      },
    })),
    objections: found.notices.flatMap(({ objections }) =>
      objections.map(({ id, text, receivedAt, answer, isUpheld }) => ({
        ...{ id, text, receivedAt: receivedAt.toISOString(), answer, isUpheld },
      })),
    ),
    canAnswer: mayAnswer(actor, one) === null,
    mayDecide: one.state === 'waiting' ? mayMove('approve', one.mover) : 'not_in_this_state',
    canSubmit: one.mover.isOwner && movedTo(one, 'submit') !== null,
    canWithdraw: one.mover.isOwner && movedTo(one, 'withdraw') !== null,
  }
}
