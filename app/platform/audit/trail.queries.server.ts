/** Reads of the audit trail, narrowed to entries of organisations where the reader holds audit:read. */

import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, isEmptyScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { isId } from '#app/platform/ids.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { personHref } from '#app/platform/manifest/person-page.server.ts'
import type { Json } from './canonical.ts'
import { pointIn, type TrailEntry, type TrailFilter, type TrailRow, trailKey } from './trail.ts'

export const entriesOnPage = 50

type Found = {
  chainId: string
  seq: bigint
  at: Date
  actorName: string
  action: string
  subject: string
  reason: string | null
  organisationName: string
  personId: string | null
  personName: string | null
  staffNumber: string | null
  about: string | null
}

export type TrailPage = PageOf<TrailRow>

/** One page of the trail, newest first. The number of all is not counted: the trail only grows. */
export async function listTrail(
  db: Db,
  actor: Actor,
  filter: TrailFilter,
  cursor: Keyset | null = null,
  size = entriesOnPage,
): Promise<TrailPage> {
  const scope = await resolveScope(db, scopeOf(actor, 'audit:read'))
  if (isEmptyScope(scope)) return { rows: [], previous: null, next: null }
  const place = { prefecture: Prisma.sql`o.prefecture_id`, county: Prisma.sql`o.county_id` }
  const conditions = [inScope(scope, { ...place, organisation: Prisma.sql`o.id` }), ...conditionsOf(filter)]
  const backwards = cursor?.towards === 'previous'
  const beyond = backwards ? Prisma.sql`>` : Prisma.sql`<`
  if (cursor) conditions.push(Prisma.sql`(e.at, e.chain_id, e.seq) ${beyond} ${pointSql(cursor)}`)
  const way = backwards ? Prisma.sql`asc` : Prisma.sql`desc`
  const found = await db.$queryRaw<Found[]>`
    select e.chain_id as "chainId", e.seq, e.at, e.actor_name as "actorName", e.action, e.subject, e.reason,
      o.name as "organisationName", p.id as "personId", p.name as "personName", p.staff_number as "staffNumber",
      coalesce(e.after->>'file', e.after->>'name', e.before->>'name')
        as about
    from audit_entry e
    join organisation o on o.id = e.organisation_id
    left join person p on p.id = e.person_id
    where ${Prisma.join(conditions, ' and ')}
    order by e.at ${way}, e.chain_id ${way}, e.seq ${way}
    limit ${size + 1}`
  const names = await accountNames(db, found)
  const rows = found.map((one) => rowOf(one, names))
  return pageOf(rows, size, cursor, trailKey)
}

/** Whose accounts the entries are about, by subject. */
async function accountNames(db: Db, entries: readonly { subject: string }[]): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ subject }) => (subject.startsWith('account:') ? subject.slice(8) : []))
  const accounts = await db.account.findMany({
    where: { id: { in: ids.filter(isId) } },
    select: { id: true, displayName: true },
  })
  return new Map(accounts.map(({ id, displayName }) => [`account:${id}`, displayName]))
}

function pointSql({ value, id }: Keyset): Prisma.Sql {
  const { at, seq } = pointIn(value) ?? { at: 0, seq: 0 }
  return Prisma.sql`(${new Date(at)}::timestamptz, ${id}::uuid, ${BigInt(seq)}::bigint)`
}

function conditionsOf({ organisationId, staffNumber, who, action, from, to }: TrailFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (organisationId) conditions.push(Prisma.sql`o.lineage @> array[${organisationId}::uuid]`)
  if (staffNumber)
    conditions.push(Prisma.sql`e.person_id = (select id from person where staff_number = ${staffNumber})`)
  if (who)
    conditions.push(
      Prisma.sql`(strpos(e.actor_name, ${who}) > 0
        or e.actor_id = (select id from account where username = ${who.toLowerCase()}))`,
    )
  if (action) conditions.push(Prisma.sql`e.action = ${action}`)
  if (from) conditions.push(Prisma.sql`e.at >= ${startOf(from)}::timestamptz`)
  if (to) conditions.push(Prisma.sql`e.at < ${startOf(addDays(to, 1))}::timestamptz`)
  return conditions
}

/** Midnight in China, where a day of the filter begins. */
function startOf(day: PlainDate): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

function rowOf(found: Found, names: Map<string, string>): TrailRow {
  const { chainId, seq, at, actorName, action, subject, reason, organisationName } = found
  const { personId, personName, staffNumber } = found
  const person =
    personId && personName && staffNumber
      ? { href: personHref(personId), name: personName, staffNumber }
      : null
  return {
    ...{ chainId, seq: String(seq), at: at.toISOString(), actorName, action, organisationName, person },
    about: names.get(subject) ?? found.about ?? '',
    subject,
    reason,
  }
}

/** All entries of a filter, newest first, read page by page. */
export async function* eachEntry(db: Db, actor: Actor, filter: TrailFilter): AsyncGenerator<TrailRow> {
  let cursor: Keyset | null = null
  do {
    const page: TrailPage = await listTrail(db, actor, filter, cursor, 1_000)
    yield* page.rows
    cursor = page.next
  } while (cursor)
}

/** One entry with before and after; null when it is not there or not the reader's to see. */
export async function findEntry(
  db: Db,
  actor: Actor,
  chainId: string,
  seq: bigint,
): Promise<TrailEntry | null> {
  const entry = await db.auditEntry.findUnique({ where: { chainId_seq: { chainId, seq } } })
  if (!entry?.organisationId) return null
  const organisation = await db.organisation.findUnique({ where: { id: entry.organisationId } })
  if (!organisation || !can(actor, 'audit:read', organisation)) return null
  const found = entry.personId
    ? await db.person.findUnique({
        where: { id: entry.personId },
        select: { id: true, name: true, staffNumber: true },
      })
    : null
  const person = found && { ...found, href: personHref(found.id) }
  const author = entry.actorId
    ? await db.account.findUnique({ where: { id: entry.actorId }, select: { username: true } })
    : null
  const { at, actorName, action, subject, reason, hash, prevHash } = entry
  const [before, after] = [entry.before as Json, entry.after as Json]
  return {
    ...{
      chainId,
      seq: String(seq),
      at: at.toISOString(),
      actorName,
      action,
      subject,
      reason,
      hash,
      prevHash,
    },
    actorUsername: author?.username ?? null,
    organisationName: organisation.name,
    person,
    before,
    after,
    about: (await accountNames(db, [entry])).get(subject) ?? '',
    organisationNames: await namesOf(db, [before, after]),
  }
}

const idInside = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

async function namesOf(db: Db, values: Json[]): Promise<Record<string, string>> {
  const ids = [...new Set(JSON.stringify(values).match(idInside))].slice(0, 200)
  if (ids.length === 0) return {}
  const found = await db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(found.map(({ id, name }) => [id, name]))
}

/**
 * The chains that the reader may have proved: all of their prefecture, or those of their counties. A school has no chain
 * of its own.
 */
export async function chainsToProve(db: Db, actor: Actor): Promise<string[]> {
  const { prefectures, counties } = await resolveScope(db, scopeOf(actor, 'audit:read'))
  const below = await db.organisation.findMany({
    where: { prefectureId: { in: prefectures }, kind: { in: ['prefecture', 'county', 'zone'] } },
    select: { id: true },
  })
  return [...new Set([...prefectures, ...counties, ...below.map(({ id }) => id)])]
}
