/** What waits for somebody, over all rooms: the earliest due first, a page by keyset along the index of whom cases wait for. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { BoundedCount } from '#app/platform/lists/bounded-count.ts'
import { boundedCount } from '#app/platform/lists/count.server.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { holdersFor, seatsOf } from './stand-in.server.ts'

const { sql, empty } = Prisma
const PAGE = 50
const ROWS_A_ROUND = 1_000

export type WaitingCase = {
  id: string
  process: string
  title: string
  step: number
  orgName: string
  openedByName: string
  dueOn: PlainDate
  isEscalated: boolean
}

export type InboxPage = PageOf<WaitingCase> & { total: BoundedCount }

const keyOf = (row: WaitingCase) => ({ sort: 'due', value: row.dueOn, id: row.id })

/** One page of the actor's inbox. */
export async function listInbox(
  db: Db,
  actor: Actor,
  cursor: Keyset | null,
  today: PlainDate,
): Promise<InboxPage> {
  const found = await seatsIn(db, actor, today)
  const total = await boundedCount(db, waitingIn(found))
  return { ...pageOf(await readRows(db, found, cursor, PAGE + 1), PAGE, cursor, keyOf), total }
}

/** All of it, in rounds. */
export async function* streamInbox(db: Db, actor: Actor, today: PlainDate): AsyncGenerator<WaitingCase[]> {
  const found = await seatsIn(db, actor, today)
  let cursor: Keyset | null = null
  for (;;) {
    const rows: WaitingCase[] = await readRows(db, found, cursor, ROWS_A_ROUND)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

/** How many wait, and how many of them are overdue; for the home page. */
export async function countInbox(
  db: Db,
  actor: Actor,
  today: PlainDate,
): Promise<{ waiting: BoundedCount; overdue: BoundedCount }> {
  const from = waitingIn(await seatsIn(db, actor, today))
  const waiting = await boundedCount(db, from)
  const overdue = await boundedCount(db, sql`${from} and w.due_on < ${today}::date`)
  return { waiting, overdue }
}

type Seats = { seats: Prisma.Sql; isOthers: Prisma.Sql }

/** To count: a case that waits at two of one's seats is one. */
function waitingIn({ seats, isOthers }: Seats): Prisma.Sql {
  return sql`distinct w.case_id from ${seats} join approval_wait w
    on w.organisation_id = seat.org and w.action = seat.action where ${isOthers}`
}

/** The seats of the actor and of those they stand in for; and that a case is not one they are a party to or stood back from. */
async function seatsIn(db: Db, actor: Actor, today: PlainDate): Promise<Seats> {
  const holders = await holdersFor(db, actor, today)
  const seats = new Map(seatsOf(holders).map((seat) => [`${seat.organisationId} ${seat.action}`, seat]))
  const orgs = [...seats.values()].map(({ organisationId }) => organisationId)
  const actions = [...seats.values()].map(({ action }) => action)
  const accounts = holders.map(({ accountId }) => accountId)
  const people = holders.flatMap(({ personId }) => personId ?? [])
  return {
    seats: sql`unnest(${orgs}::uuid[], ${actions}::text[]) as seat (org, action)`,
    isOthers: sql`not exists (select from approval_recusal r where r.case_id = w.case_id and r.account_id = any(${accounts}::uuid[]))
      and not exists (select from approval_party p where p.case_id = w.case_id and p.person_id = any(${people}::uuid[])
        and p.relation <> 'endorser')`,
  }
}

async function readRows(
  db: Db,
  { seats, isOthers }: Seats,
  cursor: Keyset | null,
  limit: number,
): Promise<WaitingCase[]> {
  const falls = cursor?.towards === 'previous'
  const direction = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`and (w.due_on, w.case_id) ${falls ? sql`<` : sql`>`} (${cursor.value}::date, ${cursor.id}::uuid)`
    : empty
  return db.$queryRaw<WaitingCase[]>`
    select c.id, c.process, c.title, c.step, o.name as "orgName", c.opened_by_name as "openedByName", w.due_on::text as "dueOn",
      w.is_escalated as "isEscalated"
    from (select w.case_id, w.due_on, bool_and(w.is_escalated) as is_escalated
      from ${seats} cross join lateral (select w.case_id, w.due_on, bool_and(w.is_escalated) as is_escalated
        from approval_wait w where w.organisation_id = seat.org and w.action = seat.action and ${isOthers} ${beyond}
        group by w.due_on, w.case_id
        order by w.due_on ${direction}, w.case_id ${direction} limit ${limit}) w
      group by w.due_on, w.case_id
      order by w.due_on ${direction}, w.case_id ${direction} limit ${limit}) w
    join approval_case c on c.id = w.case_id
    join organisation o on o.id = c.organisation_id
    order by w.due_on ${direction}, w.case_id ${direction}`
}
