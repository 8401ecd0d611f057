/** What time alone does to cases: those who decide are reminded, a step long overdue is opened above, a notice whose days are over ends. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { log } from '#app/platform/log.server.ts'
import { lockCases } from './case-facts.server.ts'
import { writeMoves } from './case-writes.server.ts'
import { movedTo } from './move.ts'
import { endNotices } from './notices.server.ts'
import { escalate, remind } from './overdue.server.ts'

const AT_ONCE = 500

/** Nobody: holds nothing and is no party. What time does is signed by the house. */
const house: Actor = {
  accountId: '00000000-0000-7000-8000-000000000000',
  displayName: 'Shizi',
  ...{ personId: null, organisationId: '', grants: [] },
}
const author = { accountId: null, displayName: house.displayName }

/** All of it, as often as one likes and in any number of processes: what one has locked the others leave out. */
export async function advanceCases(db: PrismaClient, today: PlainDate): Promise<void> {
  await remind(db, author, today)
  await escalate(db, author, today)
  await concludeNotices(db, today)
}

/**
 * A notice ends when its last day is over and every objection has its answer: the case is then approved. What follows from one
 * may fail; it is told in the log, and does not keep the others from their end.
 */
async function concludeNotices(db: PrismaClient, today: PlainDate): Promise<void> {
  const over = await db.$queryRaw<{ id: string }[]>`
    select c.id from public_notice n join approval_case c on c.id = n.case_id
    where n.state = 'running' and n.last_day < ${today}::date
      and not exists (select from notice_objection o where o.notice_id = n.id and o.answer is null)
    order by c.id limit ${AT_ONCE}`
  const ids = over.map(({ id }) => id)
  if (ids.length === 0) return
  try {
    await db.$transaction((tx) => conclude(tx, ids, today))
  } catch {
    for (const id of ids)
      await db
        .$transaction((tx) => conclude(tx, [id], today))
        .catch((error) => log.error({ error, caseId: id }, 'a notice could not be ended'))
  }
}

/** Those of these cases whose notice can still be ended. */
async function conclude(tx: Db, ids: readonly string[], today: PlainDate): Promise<void> {
  const free = await tx.$queryRaw<{ id: string }[]>`
    select c.id from approval_case c
    where c.id = any(${[...ids]}::uuid[]) and exists (select from public_notice n
      where n.case_id = c.id and n.state = 'running' and n.last_day < ${today}::date
        and not exists (select from notice_objection o where o.notice_id = n.id and o.answer is null))
    order by c.id for update of c skip locked`
  const cases = await lockCases(
    tx,
    house,
    free.map(({ id }) => id),
    today,
  )
  const moved = cases.flatMap((one) => {
    const to = movedTo(one, 'conclude')
    return to ? [{ case: one, to, by: author, comment: '' }] : []
  })
  if (moved.length === 0) return
  await appendAudit(tx, author, await writeMoves(tx, 'conclude', moved, today))
  await endNotices(
    tx,
    moved.map((one) => one.case.id),
    'ended',
  )
}
