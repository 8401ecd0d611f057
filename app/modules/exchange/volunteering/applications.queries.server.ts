/** Who has volunteered, for what, with which points: one's own, and those in an officer's reach. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type PlainDate, schoolYearStart } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { peopleInReach } from '../reach.sql.server.ts'
import type { NeedRow } from '../rounds/needs.queries.server.ts'
import { needsFor } from '../rounds/needs.queries.server.ts'
import { type RoundRow, roundOfPlace } from '../rounds/rounds.queries.server.ts'
import { fitsPost } from './application.ts'
import { claimsOf, type FamilyClaim } from './family-claim.ts'

const { sql } = Prisma

export const VOLUNTEERS_A_PAGE = 100
const ROWS_A_TURN = 1_000

/** Where somebody works and what they teach on the first day of the round's school year. */
export type Teacher = { personId: string; orgId: string; stage: string | null; subject: string | null }

export type ApplicationRow = {
  id: string
  roundId: string
  personId: string
  name: string
  staffNumber: string
  sortKey: string
  orgId: string
  orgName: string
  lineage: string[]
  stage: string | null
  subject: string | null
  state: 'submitted' | 'withdrawn'
  statement: string
  acceptsOther: boolean
  /** In hundredths; null until the window is closed. */
  points: number | null
  pointsWhy: Decision<'counted'> | null
  claims: FamilyClaim[]
  /** Contests that nobody has answered. */
  unanswered: number
  version: number
}

const columns = sql`a.id, a.round_id as "roundId", a.person_id as "personId", e.name, e.staff_number as "staffNumber",
  e.sort_key as "sortKey", e.org_id as "orgId", o.name as "orgName", o.lineage, e.stage, e.subject, a.state, a.statement,
  a.accepts_other as "acceptsOther", a.points, a.points_why as "pointsWhy", a.claims, a.version,
  (select count(*)::int from exchange_contest c where c.application_id = a.id and c.answered_at is null) as unanswered`

/** Applications (alias a) with where their people stand (e) on the first day of the round's school year. */
const from = (round: RoundRow) => sql`from exchange_application a
  join roster_entry e on e.person_id = a.person_id and e.valid_from <= ${schoolYearStart(round.schoolYear)}::date
    and ${schoolYearStart(round.schoolYear)}::date < e.valid_to
  join organisation o on o.id = e.org_id`

const rowOf = (row: ApplicationRow): ApplicationRow => ({ ...row, claims: claimsOf(row.claims) })

/** The application of a person in a round; null where there is none. Whether the reader may see it is asked before. */
export async function applicationOf(
  db: Db,
  round: RoundRow,
  personId: string,
): Promise<ApplicationRow | null> {
  const [found] = await db.$queryRaw<ApplicationRow[]>`
    select ${columns} ${from(round)} where a.round_id = ${round.id}::uuid and a.person_id = ${personId}::uuid`
  return found ? rowOf(found) : null
}

/** One of the reader's reach; null when it is not there. */
export async function findApplication(
  db: Db,
  actor: Actor,
  round: RoundRow,
  personId: string,
): Promise<ApplicationRow | null> {
  const [found] = await db.$queryRaw<ApplicationRow[]>`
    select ${columns} ${from(round)} where a.round_id = ${round.id}::uuid and a.person_id = ${personId}::uuid
      and ${await peopleInReach(db, actor)}`
  return found ? rowOf(found) : null
}

const keyOf = ({ sortKey, id }: ApplicationRow) => ({ sort: 'name', value: sortKey, id })

/** One page of a round's volunteers in the reader's reach, by name. */
export async function listApplications(
  db: Db,
  actor: Actor,
  round: RoundRow,
  cursor: Keyset | null,
  pageSize = VOLUNTEERS_A_PAGE,
): Promise<PageOf<ApplicationRow>> {
  const reach = await peopleInReach(db, actor)
  return pageOf(await readRows(db, round, reach, cursor, pageSize + 1), pageSize, cursor, keyOf)
}

export async function* streamApplications(
  db: Db,
  actor: Actor,
  round: RoundRow,
): AsyncGenerator<ApplicationRow[]> {
  const reach = await peopleInReach(db, actor)
  let cursor: Keyset | null = null
  for (;;) {
    const found: ApplicationRow[] = await readRows(db, round, reach, cursor, ROWS_A_TURN)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < ROWS_A_TURN) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

async function readRows(
  db: Db,
  round: RoundRow,
  reach: Prisma.Sql,
  cursor: Keyset | null,
  limit: number,
): Promise<ApplicationRow[]> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(e.sort_key, a.id) ${falls ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  const rows = await db.$queryRaw<ApplicationRow[]>`
    select ${columns} ${from(round)}
    where a.round_id = ${round.id}::uuid and a.state = 'submitted' and ${reach} and ${beyond}
    order by e.sort_key ${order}, a.id ${order} limit ${limit}`
  return rows.map(rowOf)
}

/** Points of the others who teach the same, as they are published: highest first. */
export type PublishedPoints = Pick<
  ApplicationRow,
  'id' | 'personId' | 'name' | 'orgName' | 'points' | 'pointsWhy'
>

const MOST_PUBLISHED = 500

export function publishedPoints(db: Db, round: RoundRow, teacher: Teacher): Promise<PublishedPoints[]> {
  return db.$queryRaw<PublishedPoints[]>`
    select a.id, a.person_id as "personId", e.name, o.name as "orgName", a.points, a.points_why as "pointsWhy"
    ${from(round)}
    where a.round_id = ${round.id}::uuid and a.state = 'submitted' and e.stage = ${teacher.stage}
      and e.subject = ${teacher.subject}
    order by a.points desc nulls last, e.sort_key, a.id limit ${MOST_PUBLISHED}`
}

/** The posts somebody ranked, first to fifth. */
export async function rankedPosts(db: Db, applicationId: string): Promise<string[]> {
  const found = await db.exchangePreference.findMany({ where: { applicationId }, orderBy: { rank: 'asc' } })
  return found.map(({ needId }) => needId)
}

export type OwnRound = { round: RoundRow; teacher: Teacher | null; posts: NeedRow[] }

/** The round that concerns a person now, what they teach then, and the posts that fit; null where their county has none. */
export async function ownRound(db: Db, personId: string, today: PlainDate): Promise<OwnRound | null> {
  const place = await placeOf(db, personId, today)
  const org = place && (await db.organisation.findUnique({ where: { id: place.orgId } }))
  const round = org && (await roundOfPlace(db, org.countyId ?? org.prefectureId))
  if (!round) return null
  const day = schoolYearStart(round.schoolYear)
  const [teacher] = await db.$queryRaw<Teacher[]>`
    select e.person_id as "personId", e.org_id as "orgId", e.stage, e.subject from roster_entry e
    where e.person_id = ${personId}::uuid and e.valid_from <= ${day}::date and ${day}::date < e.valid_to`
  if (!teacher) return { round, teacher: null, posts: [] }
  const posts = await needsFor(db, round, teacher)
  return { round, teacher, posts: posts.filter((post) => fitsPost(teacher, post)) }
}

export type ContestRow = {
  id: string
  byPersonId: string
  byName: string
  text: string
  raisedAt: string
  answer: string | null
  upheld: boolean | null
  answeredBy: string | null
}

/** Contests of somebody's points, the oldest first. */
export async function contestsOf(db: Db, applicationId: string): Promise<ContestRow[]> {
  const found = await db.exchangeContest.findMany({
    where: { applicationId },
    include: { byPerson: { select: { name: true } } },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
  })
  return found.map((one) => ({
    ...{ id: one.id, byPersonId: one.byPersonId, byName: one.byPerson.name, text: one.text },
    raisedAt: one.raisedAt.toISOString(),
    ...{ answer: one.answer, upheld: one.upheld, answeredBy: one.answeredByName },
  }))
}
