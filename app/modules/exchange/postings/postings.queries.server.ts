/** Postings as their pages show them: a page of the list, all of it for a file, one with all that was written of it. */
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import type { ExchangeForm } from '../rounds/exchange-form.ts'
import type { AssessmentKind, Grade, Phase } from './posting.ts'

const { sql, join } = Prisma

const POSTINGS_A_PAGE = 50
const ROWS_A_ROUND = 1_000

/** Null is "any". */
export type PostingFilter = {
  phase: Phase | null
  /** It begins in this school year. */
  schoolYear: number | null
  /** Of this organisation or below it, sending or receiving. */
  orgId: string | null
}

export type PostingRow = {
  id: string
  sortKey: string
  personId: string
  name: string
  staffNumber: string
  form: ExchangeForm
  homeId: string
  homeName: string
  homeLineage: string[]
  hostId: string
  hostName: string
  hostLineage: string[]
  hostPlaceType: string | null
  stage: string | null
  subject: string | null
  validFrom: PlainDate
  /** The first day after it. */
  validTo: PlainDate
  plannedTo: PlainDate
  isCancelled: boolean
  endReason: string | null
  reason: string
  transfers: boolean
  arrivedOn: PlainDate | null
  arrivalBy: string | null
  appointmentId: string | null
  needId: string | null
  finalGrade: Grade | null
  version: number
}

const columns = sql`x.id, p.sort_key as "sortKey", x.person_id as "personId", p.name, p.staff_number as "staffNumber", x.form,
  x.home_org_id as "homeId", home.name as "homeName", home.lineage as "homeLineage", x.host_org_id as "hostId",
  host.name as "hostName", host.lineage as "hostLineage", host.place_type as "hostPlaceType", x.stage, x.subject,
  x.valid_from::text as "validFrom", x.valid_to::text as "validTo", x.planned_to::text as "plannedTo",
  x.cancelled_at is not null as "isCancelled", x.end_reason as "endReason", x.reason, x.transfers,
  x.arrived_on::text as "arrivedOn", x.arrival_by_name as "arrivalBy", x.appointment_id as "appointmentId", x.need_id as "needId",
  (select grade from exchange_assessment g where g.posting_id = x.id and g.kind = 'final') as "finalGrade", x.version`

const from = sql`from exchange_posting x
  join person p on p.id = x.person_id
  join organisation home on home.id = x.home_org_id
  join organisation host on host.id = x.host_org_id`

/** A school reads whom it sends and whom it receives; a county and the city, those of their schools. */
export async function postingsInReach(
  db: Db,
  actor: Actor,
  within: string | null = null,
): Promise<Prisma.Sql> {
  const mine = await eitherEnd(db, scopeOf(actor, 'exchange:read'))
  return within ? sql`${mine} and ${await eitherEnd(db, [within])}` : mine
}

async function eitherEnd(db: Db, organisations: readonly string[]): Promise<Prisma.Sql> {
  const scope = await resolveScope(db, [...organisations])
  const end = (alias: Prisma.Sql) =>
    inScope(scope, {
      prefecture: sql`${alias}.prefecture_id`,
      county: sql`${alias}.county_id`,
      organisation: sql`${alias}.id`,
    })
  return sql`(${end(sql`home`)} or ${end(sql`host`)})`
}

/** The same for one posting. Everybody reads their own. */
export function canReadPosting(actor: Actor, posting: PostingRow): boolean {
  return (
    actor.personId === posting.personId ||
    can(actor, 'exchange:read', { lineage: posting.homeLineage }) ||
    can(actor, 'exchange:read', { lineage: posting.hostLineage })
  )
}

const keyOf = ({ sortKey, id }: PostingRow) => ({ sort: 'name', value: sortKey, id })

export type PostingPage = PageOf<PostingRow> & { total: number }

/** One page, by the person's name. */
export async function listPostings(
  db: Db,
  actor: Actor,
  filter: PostingFilter,
  cursor: Keyset | null,
  today: PlainDate,
): Promise<PostingPage> {
  const where = await conditions(db, actor, filter, today)
  const [counted] = await db.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count ${from} where ${where}`
  const rows = await readRows(db, where, cursor, POSTINGS_A_PAGE + 1)
  return { ...pageOf(rows, POSTINGS_A_PAGE, cursor, keyOf), total: counted?.count ?? 0 }
}

/** All of the filter, in rounds. */
export async function* streamPostings(
  db: Db,
  actor: Actor,
  filter: PostingFilter,
  today: PlainDate,
): AsyncGenerator<PostingRow[]> {
  const where = await conditions(db, actor, filter, today)
  let cursor: Keyset | null = null
  for (;;) {
    const found: PostingRow[] = await readRows(db, where, cursor, ROWS_A_ROUND)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

async function conditions(
  db: Db,
  actor: Actor,
  { phase, schoolYear, orgId }: PostingFilter,
  today: PlainDate,
): Promise<Prisma.Sql> {
  const all = [
    await postingsInReach(db, actor, orgId),
    phase && inPhase(phase, today),
    schoolYear !== null &&
      sql`x.valid_from >= ${schoolYearStart(schoolYear)}::date and x.valid_from < ${schoolYearStart(schoolYear + 1)}::date`,
  ]
  return join(
    all.filter((one) => one instanceof Prisma.Sql),
    ' and ',
  )
}

/** The twin of `phaseOf`. */
function inPhase(phase: Phase, today: PlainDate): Prisma.Sql {
  if (phase === 'cancelled') return sql`x.cancelled_at is not null`
  const day = {
    ahead: sql`x.valid_from > ${today}::date`,
    in_force: sql`x.valid_from <= ${today}::date and x.valid_to > ${today}::date`,
    over: sql`x.valid_to <= ${today}::date`,
  }
  return sql`x.cancelled_at is null and ${day[phase]}`
}

function readRows(db: Db, where: Prisma.Sql, cursor: Keyset | null, limit: number): Promise<PostingRow[]> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(p.sort_key, x.id) ${falls ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  return db.$queryRaw<PostingRow[]>`
    select ${columns} ${from} where ${where} and ${beyond}
    order by p.sort_key ${order}, x.id ${order} limit ${limit}`
}

/** One posting; null when it is not there or not the reader's to see. */
export async function findPosting(db: Db, actor: Actor, id: string): Promise<PostingRow | null> {
  const [found] = await db.$queryRaw<PostingRow[]>`select ${columns} ${from} where x.id = ${id}::uuid`
  return found && canReadPosting(actor, found) ? found : null
}

/** The same with its row held until the end of the transaction. */
export async function lockPosting(tx: Db, actor: Actor, id: string): Promise<PostingRow | null> {
  await tx.$queryRaw`select id from exchange_posting where id = ${id}::uuid for update`
  return findPosting(tx, actor, id)
}

/** All of one person, the latest first. Whether the reader may see them is asked before. */
export function postingsOf(db: Db, personId: string): Promise<PostingRow[]> {
  return db.$queryRaw<PostingRow[]>`
    select ${columns} ${from} where x.person_id = ${personId}::uuid order by x.valid_from desc, x.id desc`
}

export type LogEntry = { id: string; kind: 'duty' | 'own'; day: PlainDate; text: string; byName: string }
export type Assessment = {
  id: string
  kind: AssessmentKind
  grade: Grade
  text: string
  byName: string
  on: PlainDate
}

const LATEST_ENTRIES = 100

/** What was written while they were away: the latest entries, and the assessments. */
export async function writtenOf(
  db: Db,
  postingId: string,
): Promise<{ logs: LogEntry[]; assessments: Assessment[] }> {
  const logs = await db.$queryRaw<LogEntry[]>`
    select id, kind, day::text, text, by_name as "byName" from exchange_log where posting_id = ${postingId}::uuid
    order by day desc, id desc limit ${LATEST_ENTRIES}`
  const assessments = await db.$queryRaw<Assessment[]>`
    select id, kind, grade, text, assessed_by_name as "byName", assessed_on::text as "on" from exchange_assessment
    where posting_id = ${postingId}::uuid order by assessed_on, kind`
  return { logs, assessments }
}
