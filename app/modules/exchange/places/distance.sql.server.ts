/** Where schools lie, and how far from a point. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { EARTH_KM, type Place } from './school-distance.ts'

const { sql } = Prisma

/** Joins the place of the organisation `o` of a statement; without one everything of `place` is null. */
export const schoolPlace = sql`left join exchange_school_place place on place.org_id = o.id`

/** Kilometres of a great circle from there to the joined `place`; null where it is not known. The twin of `kilometresBetween`. */
export function kilometresTo({ latitude, longitude }: Place): Prisma.Sql {
  // LEAST passes over null.
  return sql`(case when place.org_id is not null then 2 * ${EARTH_KM}::float8 * asin(least(1, sqrt(
    sin(radians(place.latitude - ${latitude}::float8) / 2) ^ 2
    + cos(radians(${latitude}::float8)) * cos(radians(place.latitude)) * sin(radians(place.longitude - ${longitude}::float8) / 2) ^ 2))) end)`
}

/** By school; those whose place nobody has told are left out. */
export async function placesOf(db: Db, schoolIds: readonly string[]): Promise<Map<string, Place>> {
  const found = await db.exchangeSchoolPlace.findMany({ where: { orgId: { in: [...schoolIds] } } })
  return new Map(found.map(({ orgId, latitude, longitude }) => [orgId, { latitude, longitude }]))
}
