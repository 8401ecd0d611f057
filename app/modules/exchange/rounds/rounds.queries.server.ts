/** Rounds as their pages show them. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { RoundFacts } from './round.ts'

const { sql } = Prisma

export type RoundRow = RoundFacts & {
  id: string
  /** The county, zone, or prefecture (for the schools it runs itself). */
  orgId: string
  orgName: string
  lineage: string[]
  lockedAt: PlainDate | null
  lockedBy: string | null
  version: number
  /** Entries of schools, and the places they come to; who has volunteered. */
  needs: number
  places: number
  volunteers: number
}

/**
 * Rounds (alias r) whose county the reader may read exchange in, in whole or in part: a school reads its county's. There is no twin of
 * this in TypeScript; one round is found by it too.
 */
function readableRounds(actor: Actor): Prisma.Sql {
  const scope = scopeOf(actor, 'exchange:read')
  return sql`(place.lineage && ${scope}::uuid[] or r.org_id in (
    select coalesce(mine.county_id, mine.prefecture_id) from organisation mine where mine.id = any(${scope}::uuid[])))`
}

const columns = sql`r.id, r.org_id as "orgId", place.name as "orgName", place.lineage, r.school_year as "schoolYear", r.state,
  r.needs_until::text as "needsUntil", r.volunteers_until::text as "volunteersUntil",
  r.contest_until::text as "contestUntil", (r.needs_locked_at at time zone 'Asia/Shanghai')::date::text as "lockedAt",
  r.needs_locked_by_name as "lockedBy", r.version,
  coalesce(n.needs, 0)::int as needs, coalesce(n.places, 0)::int as places,
  (select count(*)::int from exchange_application a where a.round_id = r.id and a.state = 'submitted') as volunteers`

const from = sql`from exchange_round r
  join organisation place on place.id = r.org_id
  left join lateral (
    select count(*) as needs, sum(places) as places from exchange_need where round_id = r.id) n on true`

/** A prefecture has some ten counties, each one round a year. */
const MOST_ROUNDS = 500

/** All rounds in reach, the latest year first. */
export function listRounds(db: Db, actor: Actor): Promise<RoundRow[]> {
  return db.$queryRaw<RoundRow[]>`
    select ${columns} ${from} where ${readableRounds(actor)}
    order by r.school_year desc, place.code limit ${MOST_ROUNDS}`
}

/** One round; null when it is not there or not the reader's to see. */
export async function findRound(db: Db, actor: Actor, id: string): Promise<RoundRow | null> {
  const [found] = await db.$queryRaw<RoundRow[]>`
    select ${columns} ${from} where r.id = ${id}::uuid and ${readableRounds(actor)}`
  return found ?? null
}

/**
 * The round that concerns the teachers of a place: the next one under way whose posts are signed off, else the last one decided.
 * Nobody is asked who reads.
 */
export async function roundOfPlace(db: Db, placeId: string | null): Promise<RoundRow | null> {
  const [found] = await db.$queryRaw<RoundRow[]>`
    select ${columns} ${from} where r.org_id = ${placeId}::uuid and r.state <> 'needs'
    order by r.state = 'decided', case when r.state = 'decided' then -r.school_year else r.school_year end
    limit 1`
  return found ?? null
}

/** The round with its row held until the end of the transaction; null as `findRound`. */
export async function lockRound(tx: Db, actor: Actor, id: string): Promise<RoundRow | null> {
  await tx.$queryRaw`select id from exchange_round where id = ${id}::uuid for update`
  return findRound(tx, actor, id)
}

/** The same for the house itself, which may see every round. */
export async function roundUnderLock(tx: Db, id: string): Promise<RoundRow | null> {
  await tx.$queryRaw`select id from exchange_round where id = ${id}::uuid for update`
  const [found] = await tx.$queryRaw<RoundRow[]>`select ${columns} ${from} where r.id = ${id}::uuid`
  return found ?? null
}

/** Counties and zones (and the prefecture) for which the actor may open a round. */
export function placesForRounds(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  return db.organisation.findMany({
    where: {
      lineage: { hasSome: scopeOf(actor, 'exchange:round') },
      kind: { in: ['county', 'zone', 'prefecture'] },
      closedOn: null,
    },
    select: { id: true, name: true },
    orderBy: { code: 'asc' },
  })
}
