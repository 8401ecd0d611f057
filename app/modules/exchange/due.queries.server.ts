/** The due list as its pages show it: a page, how many of each outcome, all of it for a file, and one person's decision. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { type Keyset, pageOf } from '#app/platform/lists/keyset.ts'
import { canReadExchangeOf } from './access.ts'
import { staffColumns, withStaff } from './due.sql.server.ts'
import type { DueFilter } from './due-filter.ts'
import { type DuePolicies, duePolicies } from './due-policies.server.ts'
import { type DueOutcome, type EligibilityFacts, eligibilityOf } from './eligibility.ts'
import { type HeldExemption, isExemptionKind } from './exemption.ts'
import { peopleInReach, placesInReach } from './reach.sql.server.ts'

const { sql, join } = Prisma

export const DUE_A_PAGE = 50
const ROWS_A_ROUND = 1_000
/** What a worksheet holds, less its heading. */
const MOST_IN_A_FILE = 1_048_575

type StaffRow = Omit<EligibilityFacts, 'exemptions'> & {
  /** The person's. */
  id: string
  schoolYear: number
  placeId: string
  orgName: string
  sortKey: string
  staffNumber: string
  name: string
  subject: string | null
  isBackbone: boolean
  /** As the query tells it; the rule's answer is in `decision`. */
  outcome: DueOutcome
}

/** Somebody in service at the start of the school year, with the decision on them. */
export type DueRow = Omit<StaffRow, 'outcome'> & { decision: Decision<DueOutcome> }

export type DueCounts = Record<DueOutcome, number>

export type DuePage = { rows: DueRow[]; counts: DueCounts; previous: Keyset | null; next: Keyset | null }

/** One page of the list, by name, and how many there are of each outcome under the rest of the filter. */
export async function listDue(
  db: Db,
  actor: Actor,
  filter: DueFilter,
  pageSize = DUE_A_PAGE,
): Promise<DuePage> {
  const asked = await ask(db, actor, filter)
  const { ids, counts } = await tell(db, asked, filter.cursor, pageSize + 1)
  const found = await readStaff(db, asked.policies, ids)
  if (filter.cursor?.towards === 'previous') found.reverse()
  const page = pageOf(found, pageSize, filter.cursor, ({ sortKey, id }) => ({
    sort: 'name',
    value: sortKey,
    id,
  }))
  return { ...page, rows: await decide(db, page.rows, asked.policies), counts }
}

/** Everybody the filter finds, by name, in rounds: a file of any length. Who is in it is told once, at the start. */
export async function* streamDue(db: Db, actor: Actor, filter: DueFilter): AsyncGenerator<DueRow[]> {
  const asked = await ask(db, actor, filter)
  const { ids } = await tell(db, asked, null, MOST_IN_A_FILE)
  for (let from = 0; from < ids.length; from += ROWS_A_ROUND) {
    const found = await readStaff(db, asked.policies, ids.slice(from, from + ROWS_A_ROUND))
    yield await decide(db, found, asked.policies)
  }
}

/** The decision on one person; null when they are not in service then, or not the reader's to see. */
export async function findDue(
  db: Db,
  actor: Actor,
  personId: string,
  schoolYear: number,
  today: PlainDate,
): Promise<DueRow | null> {
  const place = await placeOf(db, personId, today)
  if (!place || !canReadExchangeOf(actor, { ...place, personId })) return null
  const [found] = await db.$queryRaw<{ placeId: string }[]>`
    select coalesce(e.county_id, e.prefecture_id) as "placeId" from roster_entry e
    where e.person_id = ${personId}::uuid and e.valid_from <= ${schoolYearStart(schoolYear)}::date
      and ${schoolYearStart(schoolYear)}::date < e.valid_to`
  if (!found) return null
  const policies = await duePolicies(db, [found.placeId], [schoolYear])
  const [row] = await decide(db, await readStaff(db, policies, [personId]), policies)
  return row ?? null
}

/** What a filter asks for: conditions on the roster, on what is told of each, and on the outcome. */
type Asked = { policies: DuePolicies; roster: Prisma.Sql; staff: Prisma.Sql; outcome: Prisma.Sql }

async function ask(db: Db, actor: Actor, filter: DueFilter): Promise<Asked> {
  const places = await placesInReach(db, actor)
  const ids = places.map(({ id }) => id).filter((id) => !filter.countyId || id === filter.countyId)
  const { countyId, orgId, stage, subject, backbone, outcome } = filter
  const roster = [
    await peopleInReach(db, actor, orgId),
    countyId && sql`e.county_id = ${countyId}::uuid`,
    stage && sql`e.stage = ${stage}`,
    subject && sql`e.subject = ${subject}`,
  ].filter((one) => one instanceof Prisma.Sql)
  return {
    policies: await duePolicies(db, ids, [filter.schoolYear]),
    roster: join(roster, ' and '),
    staff: backbone === null ? sql`true` : sql`is_backbone = ${backbone}`,
    outcome: outcome ? sql`outcome = ${outcome}` : sql`true`,
  }
}

/** In one pass over everybody: how many there are of each outcome, and who is on the page, in its order. */
async function tell(
  db: Db,
  { policies, roster, staff, outcome }: Asked,
  cursor: Keyset | null,
  limit: number,
): Promise<{ ids: string[]; counts: DueCounts }> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`sort_key desc, person_id desc` : sql`sort_key, person_id`
  const beyond = cursor
    ? sql`(sort_key, person_id) ${falls ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  const count = (one: DueOutcome) => sql`count(*) filter (where outcome = ${one})::int`
  const [found] = await db.$queryRaw<(DueCounts & { ids: string[] })[]>`
    ${withStaff(policies.rows, roster)},
    told as materialized (select person_id, sort_key, outcome from staff where ${staff}),
    page as (
      select person_id, sort_key from told where ${outcome} and ${beyond} order by ${order} limit ${limit}
    )
    select ${count('not_subject')} as not_subject, ${count('not_yet')} as not_yet, ${count('exempt')} as exempt,
      ${count('deferred')} as deferred, ${count('due')} as due,
      (select coalesce(array_agg(person_id::text order by ${order}), '{}') from page) as ids
    from told`
  if (!found) throw new Error('a count without a row')
  const { ids, ...counts } = found
  return { ids, counts }
}

/** The facts of these people, by name. */
async function readStaff(db: Db, { rows }: DuePolicies, ids: readonly string[]): Promise<StaffRow[]> {
  if (ids.length === 0) return []
  return db.$queryRaw<StaffRow[]>`
    ${withStaff(rows, sql`e.person_id = any(${[...ids]}::uuid[])`)}
    select ${staffColumns} from staff order by sort_key, person_id`
}

/** The rule's answer for each row; the exemptions of all are read at once. */
async function decide(db: Db, rows: readonly StaffRow[], policies: DuePolicies): Promise<DueRow[]> {
  const [first] = rows
  if (!first) return []
  const day = schoolYearStart(first.schoolYear)
  const ids = rows.map(({ id }) => id)
  const exemptions = await exemptionsOn(db, ids, day)
  return rows.map(({ outcome: _, ...row }) => {
    const facts = { ...row, exemptions: exemptions.get(row.id) ?? [] }
    return { ...row, decision: eligibilityOf(facts, policies.of(row.placeId, row.schoolYear), day) }
  })
}

async function exemptionsOn(
  db: Db,
  ids: readonly string[],
  day: PlainDate,
): Promise<Map<string, HeldExemption[]>> {
  const on = toDbDate(day)
  const held = await db.exchangeExemption.findMany({
    where: { personId: { in: [...ids] }, validFrom: { lte: on }, validTo: { gt: on } },
    select: { personId: true, kind: true, validTo: true, documentNo: true },
    orderBy: { validFrom: 'asc' },
  })
  const byPerson = new Map<string, HeldExemption[]>()
  for (const { personId, kind, validTo, documentNo } of held) {
    if (!isExemptionKind(kind)) continue
    const one = { kind, validTo: fromDbDate(validTo), documentNo }
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), one])
  }
  return byPerson
}
