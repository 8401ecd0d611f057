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
  isReminded: boolean
  isEscalated: boolean
}

/** What every row tells beside itself: whether somebody who is away has named the actor, whose seats are then read as well. */
type Told = { standsIn: boolean }

/** With how many there are in all, beyond the bound not counted. */
type InboxRow = WaitingCase & Told & { total: number }

export type InboxPage = PageOf<WaitingCase> & { total: BoundedCount }

const keyOf = (row: WaitingCase) => ({ sort: 'due', value: row.dueOn, id: row.id })

/** One page of the actor's inbox. */
export async function listInbox(
  db: Db,
  actor: Actor,
  cursor: Keyset | null,
  today: PlainDate,
): Promise<InboxPage> {
  const rows = await atSeats(db, actor, today, (seats) => readRows(db, seats, cursor, PAGE + 1))
  // The rows bring the total along; where there are none on a later page, it is asked for.
  const total = rows[0]?.total ?? (cursor ? (await countWaits(db, actor, today)).waiting : 0)
  return { ...pageOf(rows, PAGE, cursor, keyOf), total: bounded(total) }
}

/** All of it, in rounds. */
export async function* streamInbox(db: Db, actor: Actor, today: PlainDate): AsyncGenerator<WaitingCase[]> {
  let cursor: Keyset | null = null
  for (;;) {
    const after: Keyset | null = cursor
    const rows: InboxRow[] = await atSeats(db, actor, today, (seats) =>
      readRows(db, seats, after, ROWS_A_ROUND),
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

/** How many wait, and how many of them are nearly due or overdue; for the home page. */
export async function countInbox(
  db: Db,
  actor: Actor,
  today: PlainDate,
): Promise<{ waiting: BoundedCount; urgent: BoundedCount }> {
  const { waiting, urgent } = await countWaits(db, actor, today)
  return { waiting: bounded(waiting), urgent: bounded(urgent) }
}

type Counts = Told & { waiting: number; urgent: number }

async function countWaits(db: Db, actor: Actor, today: PlainDate): Promise<Omit<Counts, keyof Told>> {
  const isUrgent = sql`and (w.is_reminded or w.due_on < ${today}::date)`
  const [row] = await atSeats(
    db,
    actor,
    today,
    (seats) =>
      db.$queryRaw<Counts[]>`${notTheirs(seats)}
      select ${totalAt(seats)} as waiting, ${totalAt(seats, isUrgent)} as urgent, ${standsIn(seats)} as "standsIn"`,
  )
  return row ?? { waiting: 0, urgent: 0 }
}

/** Where those who decide sit, and who they are on that day. */
type Seats = { orgs: string[]; actions: string[]; accounts: string[]; people: string[]; day: PlainDate }

/** Reads at the actor's own seats; again, with those of whom they stand in for, where there is somebody. */
async function atSeats<Row extends Told>(
  db: Db,
  actor: Actor,
  today: PlainDate,
  read: (seats: Seats) => Promise<Row[]>,
): Promise<Row[]> {
  const own = await read(seatsFor([actor], today))
  if (own[0]?.standsIn === false) return own
  const holders = await holdersFor(db, actor, today)
  return holders.length > 1 ? read(seatsFor(holders, today)) : own
}

function seatsFor(holders: readonly Actor[], day: PlainDate): Seats {
  const seats = new Map(seatsOf(holders).map((seat) => [`${seat.organisationId} ${seat.action}`, seat]))
  return {
    orgs: [...seats.values()].map(({ organisationId }) => organisationId),
    actions: [...seats.values()].map(({ action }) => action),
    accounts: holders.map(({ accountId }) => accountId),
    people: holders.flatMap(({ personId }) => personId ?? []),
    day,
  }
}

function standsIn({ accounts, day }: Seats): Prisma.Sql {
  return sql`exists (select from approval_delegation
    where to_id = ${accounts[0]}::uuid and valid_from <= ${day}::date and valid_to > ${day}::date)`
}

/** The cases that one of them is a party to or stood back from: few, whoever it is. */
function notTheirs({ accounts, people }: Seats): Prisma.Sql {
  return sql`with not_theirs as materialized (select array(
    select case_id from approval_recusal where account_id = any(${accounts}::uuid[])
    union select case_id from approval_party where person_id = any(${people}::uuid[]) and relation <> 'endorser') as cases)`
}

/** The waits (w) at one seat, or at each of several (seat). */
function waitsAt({ orgs, actions }: Seats): Prisma.Sql {
  const [org, ...others] = orgs
  const seat =
    others.length === 0
      ? sql`w.organisation_id = ${org ?? null}::uuid and w.action = ${actions[0] ?? ''}`
      : sql`w.organisation_id = seat.org and w.action = seat.action`
  return sql`approval_wait w where ${seat} and w.case_id <> all((select cases from not_theirs)::uuid[])`
}

const seatsTable = ({ orgs, actions }: Seats) =>
  sql`unnest(${orgs}::uuid[], ${actions}::text[]) as seat (org, action)`

/**
 * Counts each case once. At several seats, or at one at which cases wait for others who are late, it may have several rows; where
 * neither that is nor cases that are not theirs, the rows are counted as they stand: half the time, and so for most.
 */
function totalAt(seats: Seats, such: Prisma.Sql = empty): Prisma.Sql {
  const [org = null, ...others] = seats.orgs
  if (others.length > 0)
    return sql`(${boundedTotal(sql`distinct w.case_id from ${seatsTable(seats)}
      cross join lateral (select w.case_id from ${waitsAt(seats)} ${such}) w`)})`
  const seat = sql`organisation_id = ${org}::uuid and action = ${seats.actions[0] ?? ''}`
  return sql`case when (select cardinality(cases) > 0 from not_theirs)
      or exists (select from approval_wait where ${seat} and for_org_id <> organisation_id)
    then (${boundedTotal(sql`distinct w.case_id from ${waitsAt(seats)} ${such}`)})
    else (${boundedTotal(sql`from approval_wait w where ${seat} ${such}`)}) end`
}

async function readRows(db: Db, seats: Seats, cursor: Keyset | null, limit: number): Promise<InboxRow[]> {
  const falls = cursor?.towards === 'previous'
  const direction = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`and (w.due_on, w.case_id) ${falls ? sql`<` : sql`>`} (${cursor.value}::date, ${cursor.id}::uuid)`
    : empty
  const order = sql`group by w.due_on, w.case_id order by w.due_on ${direction}, w.case_id ${direction} limit ${limit}`
  const each = sql`select w.case_id, w.due_on, bool_or(w.is_reminded) as is_reminded, bool_and(w.is_escalated) as is_escalated from ${waitsAt(seats)} ${beyond} ${order}`
  const page =
    seats.orgs.length < 2
      ? each
      : sql`select w.case_id, w.due_on, bool_or(w.is_reminded) as is_reminded, bool_and(w.is_escalated) as is_escalated
          from ${seatsTable(seats)} cross join lateral (${each}) w ${order}`
  return db.$queryRaw<InboxRow[]>`
    ${notTheirs(seats)}
    select c.id, c.process, c.title, c.step, o.name as "orgName", c.opened_by_name as "openedByName", w.due_on::text as "dueOn",
      w.is_reminded as "isReminded", w.is_escalated as "isEscalated", ${totalAt(seats)} as total, ${standsIn(seats)} as "standsIn"
    from (${page}) w
    join approval_case c on c.id = w.case_id
    join organisation o on o.id = c.organisation_id
    order by w.due_on ${direction}, w.case_id ${direction}`
}
