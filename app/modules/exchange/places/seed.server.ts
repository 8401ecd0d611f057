/** The demo's schools lie around their county's seat: those of towns near it, those of villages farther out. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { randomOf } from '#prisma/seed/random.ts'

/** County seats of Liaocheng, in degrees, by their division codes. */
const SEATS: Readonly<Record<string, readonly [number, number]>> = {
  '371502': [36.44, 115.99],
  '371503': [36.58, 116.23],
  '371521': [36.11, 115.79],
  '371522': [36.24, 115.67],
  '371524': [36.34, 116.25],
  '371525': [36.48, 115.44],
  '371526': [36.87, 116.23],
  '371581': [36.84, 115.71],
}
const CITY: readonly [number, number] = [36.46, 115.98]
/** Degrees around the seat, by kind of place. */
const SPREAD: Readonly<Record<string, number>> = {
  ...{ '111': 0.02, '112': 0.04 },
  ...{ '121': 0.12, '122': 0.14, '123': 0.14 },
  ...{ '210': 0.18, '220': 0.2 },
}
/** A school in ten has not told its place yet. */
const UNTOLD = 0.1

export async function seedPlaces(tx: Db): Promise<void> {
  const random = randomOf('school places')
  const schools = await tx.$queryRaw<{ id: string; county: string | null; placeType: string | null }[]>(
    Prisma.sql`select o.id, county.code as county, o.place_type as "placeType"
      from organisation o left join organisation county on county.id = o.county_id
      where o.school_kind is not null order by o.code`,
  )
  const data = schools.flatMap(({ id, county, placeType }) => {
    const [latitude, longitude] = SEATS[county ?? ''] ?? CITY
    const spread = SPREAD[placeType ?? ''] ?? 0.1
    const near = () => (random.next() - 0.5) * 2 * spread
    const place = { orgId: id, latitude: rounded(latitude + near()), longitude: rounded(longitude + near()) }
    return random.chance(UNTOLD) ? [] : [place]
  })
  await tx.exchangeSchoolPlace.createMany({ data })
}

const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4
