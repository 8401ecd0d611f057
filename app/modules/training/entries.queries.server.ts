/** What was reported, as the pages show it: one entry, somebody's own of a year, and what waits at the schools of the reader. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma, type TrainingEntry, type TrainingLine } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Decision } from '#app/platform/decisions/decision.ts'
import type { BoundedCount } from '#app/platform/lists/bounded-count.ts'
import { boundedCount } from '#app/platform/lists/count.server.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { canCheckEntry, canReadEntry } from './access.ts'
import { factsOf } from './entries.commands.server.ts'
import type { EntryFacts, EntryState, Span } from './entry.ts'
import { PROOF_KIND } from './proof.ts'

const { sql, join } = Prisma

const ENTRIES_A_PAGE = 50
const ROWS_A_ROUND = 1_000

/** One entry as it stands; `worth` is what its decision put into the ledger, in tenths of an hour, and `decision` why. */
export type EntryView = EntryFacts & {
  id: string
  version: number
  state: EntryState
  year: number
  reason: string | null
  worth: number | null
  decision: Decision | null
  submittedAt: string
  decidedAt: string | null
  decidedBy: string | null
}

export type EntryRecord = EntryView & {
  personId: string
  name: string
  staffNumber: string
  orgId: string
  school: string
  proof: { id: string; name: string; isPicture: boolean } | null
  canCheck: boolean
  isOwn: boolean
  /** Who else handed in the very same file, as far as the reader may see them; told to who checks, not to who reported. */
  sameProof: { people: { name: string; school: string }[]; count: number }
}

const viewOf = (
  entry: TrainingEntry & { lines: Pick<TrainingLine, 'tenths' | 'decision'>[] },
): EntryView => ({
  ...factsOf(entry),
  ...{ id: entry.id, version: entry.version, year: entry.year, reason: entry.reason },
  state: entry.state as EntryState,
  worth: entry.lines[0]?.tenths ?? null,
  decision: (entry.lines[0]?.decision ?? null) as Decision | null,
  submittedAt: entry.submittedAt.toISOString(),
  decidedAt: entry.decidedAt?.toISOString() ?? null,
  decidedBy: entry.decidedByName,
})

const decision = { where: { kind: 'decision' }, select: { tenths: true, decision: true } } as const
const PICTURE = /\.(jpe?g|png)$/i

/** One entry; null where it is not there, or not the reader's to see. */
export async function findEntry(db: Db, actor: Actor, id: string): Promise<EntryRecord | null> {
  const found = await db.trainingEntry.findUnique({
    where: { id },
    include: {
      lines: decision,
      person: { select: { name: true, staffNumber: true } },
      org: { select: { name: true, lineage: true } },
      proof: { select: { id: true, name: true } },
    },
  })
  if (!found) return null
  const { personId, orgId, person, org, proof } = found
  const placed = { personId, lineage: org.lineage }
  if (!canReadEntry(actor, placed)) return null
  const isOwn = actor.personId === personId
  return {
    ...{ ...viewOf(found), personId, orgId, ...person, school: org.name },
    proof: proof && { ...proof, isPicture: PICTURE.test(proof.name) },
    canCheck: canCheckEntry(actor, placed),
    isOwn,
    sameProof: isOwn || !proof ? { people: [], count: 0 } : await sameProofOf(db, actor, personId, proof.id),
  }
}

async function sameProofOf(db: Db, actor: Actor, personId: string, proofId: string) {
  const found = await db.$queryRaw<{ personId: string; name: string; school: string; lineage: string[] }[]>`
    select distinct on (x.person_id) x.person_id as "personId", p.name, o.name as school, o.lineage
    from attachment mine
    join attachment other on other.sha256 = mine.sha256 and other.kind = ${PROOF_KIND}
    join training_entry x on x.proof_id = other.id and x.person_id <> ${personId}::uuid and x.state <> 'withdrawn'
    join person p on p.id = x.person_id join organisation o on o.id = x.org_id
    where mine.id = ${proofId}::uuid order by x.person_id limit ${MOST_SAME}`
  const seen = found.filter((one) => canReadEntry(actor, one))
  return { people: seen.map(({ name, school }) => ({ name, school })), count: found.length }
}

const MOST_SAME = 20

/** Somebody's entries of a year, by their days, the latest first; what was withdrawn is left out. */
export async function entriesOfYear(db: Db, personId: string, year: number): Promise<EntryView[]> {
  const found = await db.$queryRaw<EntryView[]>`
    select x.id, x.kind, x.level, x.category, x.title, x.provider, x.starts_on::text as "startsOn", x.last_day::text as "lastDay",
      x.part, x.tenths, x.evidence, x.note, x.version, x.state, x.year, x.reason, l.tenths as worth, l.decision,
      to_json(x.submitted_at) #>> '{}' as "submittedAt", to_json(x.decided_at) #>> '{}' as "decidedAt",
      x.decided_by_name as "decidedBy"
    from training_entry x left join training_line l on l.entry_id = x.id and l.kind = 'decision'
    where x.person_id = ${personId}::uuid and x.year = ${year} and x.state <> 'withdrawn'
    order by x.starts_on desc, x.id desc`
  return found
}

/** What somebody reported for a time already, but for the report that is put right. */
export async function overlapping(
  db: Db,
  personId: string,
  { startsOn, lastDay, part }: Span,
  corrects: string | null,
): Promise<{ title: string; startsOn: PlainDate; lastDay: PlainDate } | null> {
  const [found] = await db.$queryRaw<{ title: string; startsOn: PlainDate; lastDay: PlainDate }[]>`
    select title, starts_on::text as "startsOn", last_day::text as "lastDay" from training_entry
    where uuid_hash_extended(person_id, 0) = uuid_hash_extended(${personId}::uuid, 0) and person_id = ${personId}::uuid
      and part <> 'spread' and state in ('submitted', 'approved')
      and training_time(starts_on, last_day, part) && training_time(${startsOn}::date, ${lastDay}::date, ${part})
      and id::text <> ${corrects ?? ''}
    order by starts_on limit 1`
  return found ?? null
}

/** The ledger of an entry, in its order. */
export async function linesOf(db: Db, entryId: string) {
  const found = await db.trainingLine.findMany({
    where: { entryId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return found.map((line) => ({ ...line, kind: line.kind as 'entry' | 'decision' | 'reversal' }))
}

/** The last thing that somebody reported, to begin the next with. */
export function lastEntryOf(db: Db, personId: string): Promise<{ id: string; kind: string } | null> {
  return db.trainingEntry.findFirst({
    where: { personId, state: { not: 'withdrawn' } },
    select: { id: true, kind: true },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Null is "any". */
export type EntryFilter = { state: EntryState | null; orgId: string | null }

export type EntryRow = {
  id: string
  name: string
  staffNumber: string
  school: string
  kind: string
  level: string
  title: string
  startsOn: PlainDate
  lastDay: PlainDate
  tenths: number
  state: EntryState
  hasProof: boolean
  submittedAt: string
}

const keyOf = ({ submittedAt, id }: EntryRow) => ({ sort: 'submitted', value: submittedAt, id })

export type EntryPage = PageOf<EntryRow> & { total: BoundedCount }

/** A page of what was reported at the schools of the reader's reach, what waits longest first. */
export async function listEntries(
  db: Db,
  actor: Actor,
  filter: EntryFilter,
  cursor: Keyset | null,
): Promise<EntryPage> {
  const where = await conditions(db, actor, filter)
  const total = await boundedCount(db, sql`${from} where ${where}`)
  const found = await readRows(db, where, cursor, ENTRIES_A_PAGE + 1)
  return { ...pageOf(found, ENTRIES_A_PAGE, cursor, keyOf), total }
}

/** All that the filter finds, in rounds. */
export async function* streamEntries(
  db: Db,
  actor: Actor,
  filter: EntryFilter,
): AsyncGenerator<EntryRow[], void, void> {
  const where = await conditions(db, actor, filter)
  let cursor: Keyset | null = null
  for (;;) {
    const found: EntryRow[] = await readRows(db, where, cursor, ROWS_A_ROUND)
    const last = found.at(-1)
    if (!last) return
    yield found
    if (found.length < ROWS_A_ROUND) return
    cursor = { ...keyOf(last), towards: 'next' }
  }
}

/** The entry that waits longest after this one, of those the reader may check. */
export async function nextWaiting(db: Db, actor: Actor, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select x.id ${from} where ${await mayCheck(db, actor)} and x.id <> ${id}::uuid
      and (x.submitted_at, x.id) > (select submitted_at, id from training_entry where id = ${id}::uuid)
    order by x.submitted_at, x.id limit 1`
  return row?.id ?? null
}

/** How many wait for the reader to check, and since when the first. */
export async function waitingFor(db: Db, actor: Actor): Promise<{ count: number; since: PlainDate | null }> {
  const [row] = await db.$queryRaw<{ count: number; since: PlainDate | null }[]>`
    select count(*)::int as count, min(x.submitted_at)::date::text as since ${from} where ${await mayCheck(db, actor)}`
  return row ?? { count: 0, since: null }
}

/** How many of somebody's own came back, and the one that waits longest. */
export async function returnedOf(
  db: Db,
  personId: string,
): Promise<{ count: number; first: { id: string; title: string } | null }> {
  const found = await db.trainingEntry.findMany({
    where: { personId, state: 'returned' },
    select: { id: true, title: true },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  })
  return { count: found.length, first: found[0] ?? null }
}

const from = sql`from training_entry x join person p on p.id = x.person_id join organisation o on o.id = x.org_id`

async function mayCheck(db: Db, actor: Actor): Promise<Prisma.Sql> {
  const scope = await resolveScope(db, scopeOf(actor, 'training:check'))
  return sql`x.state = 'submitted' and ${inScope(scope, columns)}
    and x.person_id is distinct from ${actor.personId}::uuid`
}

const columns = { prefecture: sql`o.prefecture_id`, county: sql`o.county_id`, organisation: sql`o.id` }

async function conditions(db: Db, actor: Actor, { state, orgId }: EntryFilter): Promise<Prisma.Sql> {
  const mine = inScope(await resolveScope(db, scopeOf(actor, 'training:read')), columns)
  const all = [
    mine,
    state ? sql`x.state = ${state}` : sql`x.state <> 'withdrawn'`,
    ...(orgId ? [inScope(await resolveScope(db, [orgId]), columns)] : []),
  ]
  return join(all, ' and ')
}

async function readRows(
  db: Db,
  where: Prisma.Sql,
  cursor: Keyset | null,
  limit: number,
): Promise<EntryRow[]> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(x.submitted_at, x.id) ${falls ? sql`<` : sql`>`} (${cursor.value}::timestamptz, ${cursor.id}::uuid)`
    : sql`true`
  return db.$queryRaw<EntryRow[]>`
    select x.id, p.name, p.staff_number as "staffNumber", o.name as school, x.kind, x.level, x.title,
      x.starts_on::text as "startsOn", x.last_day::text as "lastDay", x.tenths, x.state,
      x.proof_id is not null as "hasProof", to_json(x.submitted_at) #>> '{}' as "submittedAt"
    ${from} where ${where} and ${beyond}
    order by x.submitted_at ${order}, x.id ${order} limit ${limit}`
}

/** Whether the reader may have a proof: whose entry it belongs to, and who may read that. */
export async function mayReadProof(db: Db, actor: Actor, attachmentId: string): Promise<boolean> {
  const found = await db.trainingEntry.findFirst({
    where: { proofId: attachmentId },
    select: { personId: true, org: { select: { lineage: true } } },
  })
  return found !== null && canReadEntry(actor, { personId: found.personId, lineage: found.org.lineage })
}
