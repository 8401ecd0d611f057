/** Whose exchange an actor may read, as SQL: the twin of `canReadExchangeOf` for lists. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, resolveScope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'

const { sql } = Prisma

/** Roster rows (alias e) within the actor's scope, or within one organisation of it and all below. */
export function peopleInReach(db: Db, actor: Actor, within: string | null = null): Promise<Prisma.Sql> {
  return inReach(db, actor, within, {
    prefecture: sql`e.prefecture_id`,
    county: sql`e.county_id`,
    organisation: sql`e.org_id`,
  })
}

/** Organisations (alias o) within the actor's scope, or within one organisation of it and all below. */
export function schoolsInReach(db: Db, actor: Actor, within: string | null = null): Promise<Prisma.Sql> {
  return inReach(db, actor, within, {
    prefecture: sql`o.prefecture_id`,
    county: sql`o.county_id`,
    organisation: sql`o.id`,
  })
}

async function inReach(
  db: Db,
  actor: Actor,
  within: string | null,
  columns: Parameters<typeof inScope>[1],
): Promise<Prisma.Sql> {
  const mine = inScope(await resolveScope(db, scopeOf(actor, 'exchange:read')), columns)
  if (!within) return mine
  return sql`${mine} and ${inScope(await resolveScope(db, [within]), columns)}`
}

export type Place = { id: string; name: string; kind: string }

/** Counties and zones, and the prefecture itself, whose settings hold for somebody the actor may read. */
export async function placesInReach(db: Db, actor: Actor): Promise<Place[]> {
  return db.$queryRaw<Place[]>`
    select place.id, place.name, place.kind from organisation place
    where place.id in (select coalesce(o.county_id, o.prefecture_id) from organisation o
      where o.lineage && ${scopeOf(actor, 'exchange:read')}::uuid[])
    order by place.kind = 'prefecture', place.code`
}
