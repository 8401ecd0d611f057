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
  const rows = await atSeats(db, actor, today, (seats, care) => readRows(db, seats, care, cursor, PAGE + 1))
  // The rows bring the total along; where there are none on a later page, it is asked for.
  const total = rows[0]?.total ?? (cursor ? (await countWaits(db, actor, today)).waiting : 0)
  return { ...pageOf(rows, PAGE, cursor, keyOf), total: bounded(total) }
}

/** All of it, in rounds. */
export async function* streamInbox(db: Db, actor: Actor, today: PlainDate): AsyncGenerator<WaitingCase[]> {
  let cursor: Keyset | null = null
  for (;;) {
    const after: Keyset | null = cursor
    const rows: InboxRow[] = await atSeats(db, actor, today, (seats, care) =>
      readRows(db, seats, care, after, ROWS_A_ROUND),
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
  const [row] = await atSeats(db, actor, today, (seats, care) => {
    const urgent = sql`and (w.is_reminded or w.due_on < ${today}::date)`
    return db.$queryRaw<(Counts & Careless)[]>`
      ${notTheirs(seats, care)}
      select (${totalAt(seats, care)}) as waiting, (${totalAt(seats, care, urgent)}) as urgent, ${flags(seats)}`
  })
  return row ?? { waiting: 0, urgent: 0 }
}

/** Where those who decide sit, and who they are on that day. */
type Seats = { orgs: string[]; actions: string[]; accounts: string[]; people: string[]; day: PlainDate }

/** Whether cases may have to be left out, or told once of several: seldom, and twice the work. */
type Care = boolean
type Careless = { isPlain: boolean }

/**
 * Reads at the actor's own seats, as the rows stand; again with care where a row says that it takes some, and again with the
 * seats of those whom the actor stands in for.
 */
async function atSeats<Row extends Told & Careless>(
  db: Db,
  actor: Actor,
  today: PlainDate,
  read: (seats: Seats, care: Care) => Promise<Row[]>,
): Promise<Row[]> {
  const own = seatsFor([actor], today)
  const isOne = own.orgs.length < 2
  const rows = await read(own, !isOne)
  const [first] = rows
  const holders = first?.standsIn === false ? [actor] : await holdersFor(db, actor, today)
  if (holders.length > 1) return read(seatsFor(holders, today), true)
  return isOne && first?.isPlain === false ? read(own, true) : rows
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

/** Whether the actor stands in for somebody, and whether the rows of their one seat can be taken as they stand. */
function flags({ orgs, actions, accounts, people, day }: Seats): Prisma.Sql {
  return sql`exists (select from approval_delegation
      where to_id = ${accounts[0]}::uuid and valid_from <= ${day}::date and valid_to > ${day}::date) as "standsIn",
    not exists (select from approval_recusal where account_id = any(${accounts}::uuid[]))
      and not exists (select from approval_party where person_id = any(${people}::uuid[]) and relation <> 'endorser')
      and not exists (select from approval_wait where organisation_id = ${orgs[0] ?? null}::uuid and action = ${actions[0] ?? ''}
        and for_org_id <> organisation_id) as "isPlain"`
}

/** The cases that one of them is a party to or stood back from: few, whoever it is. */
function notTheirs({ accounts, people }: Seats, care: Care): Prisma.Sql {
  if (!care) return empty
  return sql`with not_theirs as materialized (select array(
    select case_id from approval_recusal where account_id = any(${accounts}::uuid[])
    union select case_id from approval_party where person_id = any(${people}::uuid[]) and relation <> 'endorser') as cases)`
}

/** The waits (w) at one seat, or at each of several (seat). */
function waitsAt({ orgs, actions }: Seats, care: Care): Prisma.Sql {
  const seat =
    orgs.length > 1
      ? sql`w.organisation_id = seat.org and w.action = seat.action`
      : sql`w.organisation_id = ${orgs[0] ?? null}::uuid and w.action = ${actions[0] ?? ''}`
  const theirs = care ? sql`and w.case_id <> all((select cases from not_theirs)::uuid[])` : empty
  return sql`approval_wait w where ${seat} ${theirs}`
}

const seatsTable = ({ orgs, actions }: Seats) =>
  sql`unnest(${orgs}::uuid[], ${actions}::text[]) as seat (org, action)`

/** Counts each case once: at several seats, or at one at which cases wait for others who are late, it may have several rows. */
function totalAt(seats: Seats, care: Care, such: Prisma.Sql = empty): Prisma.Sql {
  if (seats.orgs.length > 1)
    return boundedTotal(sql`distinct w.case_id from ${seatsTable(seats)}
      cross join lateral (select w.case_id from ${waitsAt(seats, care)} ${such}) w`)
  const waits = sql`from ${waitsAt(seats, care)} ${such}`
  return boundedTotal(care ? sql`distinct w.case_id ${waits}` : waits)
}

function readRows(
  db: Db,
  seats: Seats,
  care: Care,
  cursor: Keyset | null,
  limit: number,
): Promise<(InboxRow & Careless)[]> {
  const falls = cursor?.towards === 'previous'
  const direction = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`and (w.due_on, w.case_id) ${falls ? sql`<` : sql`>`} (${cursor.value}::date, ${cursor.id}::uuid)`
    : empty
  const order = sql`order by w.due_on ${direction}, w.case_id ${direction}`
  const once = sql`w.case_id, w.due_on, bool_or(w.is_reminded) as is_reminded, bool_and(w.is_escalated) as is_escalated`
  const group = sql`group by w.due_on, w.case_id ${order} limit ${limit}`
  const waits = sql`from ${waitsAt(seats, care)} ${beyond}`
  const each = care ? sql`select ${once} ${waits} ${group}` : sql`select w.* ${waits} ${order} limit ${limit}`
  const page =
    seats.orgs.length > 1
      ? sql`select ${once} from ${seatsTable(seats)} cross join lateral (${each}) w ${group}`
      : each
  return db.$queryRaw<(InboxRow & Careless)[]>`
    ${notTheirs(seats, care)}
    select c.id, c.process, c.title, c.step, o.name as "orgName", c.opened_by_name as "openedByName", w.due_on::text as "dueOn",
      w.is_reminded as "isReminded", w.is_escalated as "isEscalated", (${totalAt(seats, care)}) as total, ${flags(seats)}
    from (${page}) w
    join approval_case c on c.id = w.case_id
    join organisation o on o.id = c.organisation_id
    order by w.due_on ${direction}, w.case_id ${direction}`
}
