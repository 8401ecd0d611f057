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
  // Most stand in for nobody: what waits for the actor alone is read while that is found out.
  const own = seatsFor([actor])
  const [ownRows, holders] = await Promise.all([
    readRows(db, own, cursor, PAGE + 1),
    holdersFor(db, actor, today),
  ])
  const seats = holders.length > 1 ? seatsFor(holders) : own
  const rows = seats === own ? ownRows : await readRows(db, seats, cursor, PAGE + 1)
  // The rows bring the total along; where there are none on a later page, it is asked for.
  const total = rows[0]?.total ?? (cursor ? (await countSeats(db, seats, today)).waiting : 0)
  return { ...pageOf(rows, PAGE, cursor, keyOf), total: bounded(total) }
}

/** All of it, in rounds. */
export async function* streamInbox(db: Db, actor: Actor, today: PlainDate): AsyncGenerator<WaitingCase[]> {
  const found = seatsFor(await holdersFor(db, actor, today))
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
  const { waiting, overdue } = await countSeats(db, seatsFor(await holdersFor(db, actor, today)), today)
  return { waiting: bounded(waiting), overdue: bounded(overdue) }
}

async function countSeats(
  db: Db,
  seats: Seats,
  today: PlainDate,
): Promise<{ waiting: number; overdue: number }> {
  const overdue = waitingIn(seats, sql`and w.due_on < ${today}::date`)
  const [row] = await db.$queryRaw<{ waiting: number; overdue: number }[]>`
    with ${seats.notTheirs} select (${boundedTotal(waitingIn(seats))}) as waiting, (${boundedTotal(overdue)}) as overdue`
  return row ?? { waiting: 0, overdue: 0 }
}

/** Where those who decide sit, and `not_theirs`: the cases there that are not theirs to decide. */
type Seats = { orgs: string[]; actions: string[]; notTheirs: Prisma.Sql }

/** The seats of the actor and of those they stand in for; and the cases that they are a party to or stood back from. */
function seatsFor(holders: readonly Actor[]): Seats {
  const seats = new Map(seatsOf(holders).map((seat) => [`${seat.organisationId} ${seat.action}`, seat]))
  const accounts = holders.map(({ accountId }) => accountId)
  const people = holders.flatMap(({ personId }) => personId ?? [])
  return {
    orgs: [...seats.values()].map(({ organisationId }) => organisationId),
    actions: [...seats.values()].map(({ action }) => action),
    // Few, whoever it is: read once, not looked for in each case.
    notTheirs: sql`not_theirs as materialized (
      select r.case_id from approval_recusal r where r.account_id = any(${accounts}::uuid[])
      union all select p.case_id from approval_party p
        where p.person_id = any(${people}::uuid[]) and p.relation <> 'endorser')`,
  }
}

/** The waits (w) at one seat, or at each of several (seat). */
function waitsAt({ orgs, actions }: Seats): Prisma.Sql {
  const [org, ...others] = orgs
  const seat =
    others.length === 0
      ? sql`w.organisation_id = ${org ?? null}::uuid and w.action = ${actions[0] ?? ''}`
      : sql`w.organisation_id = seat.org and w.action = seat.action`
  return sql`approval_wait w where ${seat} and (not exists (select from not_theirs) or w.case_id not in (select case_id from not_theirs))`
}

const seatsTable = ({ orgs, actions }: Seats) =>
  sql`unnest(${orgs}::uuid[], ${actions}::text[]) as seat (org, action)`

/**
 * To count, each case once. At one seat it has one row, but where the seat gives the word of those below, too; then, and at several
 * seats, they are told apart.
 */
function waitingIn(seats: Seats, due: Prisma.Sql = empty): Prisma.Sql {
  const [org, ...others] = seats.orgs
  if (others.length === 0) {
    const forOthers = sql`exists (select from approval_wait o where o.organisation_id = ${org ?? null}::uuid
      and o.action = ${seats.actions[0] ?? ''} and o.for_org_id <> o.organisation_id)`
    return sql`1 from ${waitsAt(seats)} ${due} and not ${forOthers}
      union all select 1 from (select distinct w.case_id from ${waitsAt(seats)} ${due} and ${forOthers}) told`
  }
  return sql`distinct w.case_id from ${seatsTable(seats)}
    cross join lateral (select w.case_id from ${waitsAt(seats)} ${due}) w`
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
    with ${seats.notTheirs}
    select c.id, c.process, c.title, c.step, o.name as "orgName", c.opened_by_name as "openedByName", w.due_on::text as "dueOn",
      w.is_escalated as "isEscalated", (${boundedTotal(waitingIn(seats))}) as total
    from (${page}) w
    join approval_case c on c.id = w.case_id
    join organisation o on o.id = c.organisation_id
    order by w.due_on ${direction}, w.case_id ${direction}`
}
