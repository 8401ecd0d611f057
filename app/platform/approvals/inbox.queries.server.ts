/** What waits for somebody, over all rooms: the earliest due first, a page by keyset along the index of whom cases wait for. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { type BoundedCount, bounded } from '#app/platform/lists/bounded-count.ts'
import { boundedTotal } from '#app/platform/lists/count.server.ts'
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

/** With how many there are in all, beyond the bound not counted. */
type InboxRow = WaitingCase & { total: number }

export type InboxPage = PageOf<WaitingCase> & { total: BoundedCount }

const keyOf = (row: WaitingCase) => ({ sort: 'due', value: row.dueOn, id: row.id })

/** One page of the actor's inbox. */
export async function listInbox(
  db: Db,
  actor: Actor,
  cursor: Keyset | null,
  today: PlainDate,
): Promise<InboxPage> {
  const seats = await seatsIn(db, actor, today)
  const rows = await readRows(db, seats, cursor, PAGE + 1)
  // The rows bring the total along; where there are none on a later page, it is asked for.
  const total = rows[0]?.total ?? (cursor ? (await countSeats(db, seats, today)).waiting : 0)
  return { ...pageOf(rows, PAGE, cursor, keyOf), total: bounded(total) }
}

/** All of it, in rounds. */
export async function* streamInbox(db: Db, actor: Actor, today: PlainDate): AsyncGenerator<WaitingCase[]> {
  const found = await seatsIn(db, actor, today)
  let cursor: Keyset | null = null
  for (;;) {
    const rows: InboxRow[] = await readRows(db, found, cursor, ROWS_A_ROUND)
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
  const { waiting, overdue } = await countSeats(db, await seatsIn(db, actor, today), today)
  return { waiting: bounded(waiting), overdue: bounded(overdue) }
}

async function countSeats(
  db: Db,
  seats: Seats,
  today: PlainDate,
): Promise<{ waiting: number; overdue: number }> {
  const overdue = waitingIn(seats, sql`and w.due_on < ${today}::date`)
  const [row] = await db.$queryRaw<{ waiting: number; overdue: number }[]>`
    select (${boundedTotal(waitingIn(seats))}) as waiting, (${boundedTotal(overdue)}) as overdue`
  return row ?? { waiting: 0, overdue: 0 }
}

/** Where those who decide sit; which cases there are not theirs; and whether a case may wait there for several at once. */
type Seats = { orgs: string[]; actions: string[]; notTheirs: string[]; forOthers: boolean }

/** The seats of the actor and of those they stand in for. Most stand in for nobody: their own are read while that is asked. */
async function seatsIn(db: Db, actor: Actor, today: PlainDate): Promise<Seats> {
  const [own, holders] = await Promise.all([readSeats(db, [actor]), holdersFor(db, actor, today)])
  return holders.length > 1 ? readSeats(db, holders) : own
}

/** Without the cases that one of them is a party to or stood back from: few, whoever it is. */
async function readSeats(db: Db, holders: readonly Actor[]): Promise<Seats> {
  const seats = new Map(seatsOf(holders).map((seat) => [`${seat.organisationId} ${seat.action}`, seat]))
  const orgs = [...seats.values()].map(({ organisationId }) => organisationId)
  const actions = [...seats.values()].map(({ action }) => action)
  const accounts = holders.map(({ accountId }) => accountId)
  const people = holders.flatMap(({ personId }) => personId ?? [])
  const [row] = await db.$queryRaw<{ notTheirs: string[]; forOthers: boolean }[]>`
    select exists (select from approval_wait where organisation_id = any(${orgs}::uuid[]) and for_org_id <> organisation_id)
      as "forOthers",
    array(select case_id from approval_recusal where account_id = any(${accounts}::uuid[])
      union select case_id from approval_party where person_id = any(${people}::uuid[]) and relation <> 'endorser')
      as "notTheirs"`
  return { orgs, actions, notTheirs: row?.notTheirs ?? [], forOthers: row?.forOthers ?? false }
}

/** The waits (w) at one seat, or at each of several (seat). */
function waitsAt({ orgs, actions, notTheirs }: Seats): Prisma.Sql {
  const [org, ...others] = orgs
  const seat =
    others.length === 0
      ? sql`w.organisation_id = ${org ?? null}::uuid and w.action = ${actions[0] ?? ''}`
      : sql`w.organisation_id = seat.org and w.action = seat.action`
  const theirs = notTheirs.length > 0 ? sql`and w.case_id <> all(${notTheirs}::uuid[])` : empty
  return sql`approval_wait w where ${seat} ${theirs}`
}

const seatsTable = ({ orgs, actions }: Seats) =>
  sql`unnest(${orgs}::uuid[], ${actions}::text[]) as seat (org, action)`

/** To count, each case once: at several seats, or at one for whom others are late, it may have several rows. */
function waitingIn(seats: Seats, due: Prisma.Sql = empty): Prisma.Sql {
  if (seats.orgs.length > 1)
    return sql`distinct w.case_id from ${seatsTable(seats)}
      cross join lateral (select w.case_id from ${waitsAt(seats)} ${due}) w`
  return sql`${seats.forOthers ? sql`distinct` : empty} w.case_id from ${waitsAt(seats)} ${due}`
}

async function readRows(db: Db, seats: Seats, cursor: Keyset | null, limit: number): Promise<InboxRow[]> {
  const falls = cursor?.towards === 'previous'
  const direction = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`and (w.due_on, w.case_id) ${falls ? sql`<` : sql`>`} (${cursor.value}::date, ${cursor.id}::uuid)`
    : empty
  const order = sql`group by w.due_on, w.case_id order by w.due_on ${direction}, w.case_id ${direction} limit ${limit}`
  const each = sql`select w.case_id, w.due_on, bool_and(w.is_escalated) as is_escalated from ${waitsAt(seats)} ${beyond} ${order}`
  const page =
    seats.orgs.length < 2
      ? each
      : sql`select w.case_id, w.due_on, bool_and(w.is_escalated) as is_escalated
          from ${seatsTable(seats)} cross join lateral (${each}) w ${order}`
  return db.$queryRaw<InboxRow[]>`
    select c.id, c.process, c.title, c.step, o.name as "orgName", c.opened_by_name as "openedByName", w.due_on::text as "dueOn",
      w.is_escalated as "isEscalated", (${boundedTotal(waitingIn(seats))}) as total
    from (${page}) w
    join approval_case c on c.id = w.case_id
    join organisation o on o.id = c.organisation_id
    order by w.due_on ${direction}, w.case_id ${direction}`
}
