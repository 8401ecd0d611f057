/** How somebody stands: what their role asks, what counts of each year, and of each entry of one. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDateOrNull } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { countedEach, type Sum } from './counting.ts'
import type { EntryView } from './entries.queries.server.ts'
import { entriesOfYear } from './entries.queries.server.ts'
import type { RoleFacts } from './requirement.ts'
import { cycleAround, roleFacts, type Standing, standing } from './standing.ts'
import { capsOf, yearOf } from './training-policy.ts'

/** Somebody's standing in a year of training, that of `today` where none is asked; null where they have no place of work. */
export async function standingOf(
  db: Db,
  personId: string,
  today: PlainDate,
  asked: number | null = null,
): Promise<Standing | null> {
  const place = await placeOf(db, personId, today)
  if (!place) return null
  const policies = await policiesAt(db, place.orgId, today)
  const own = await db.trainingCycle.findUnique({ where: { personId } })
  const year = asked ?? yearOf(today, policies.use('training.year').value)
  const { from, until } = cycleAround(year, own?.firstYear ?? null, policies)
  const sums = (await db.trainingSum.findMany({
    where: { personId, year: { gte: from, lt: until }, tenths: { gt: 0 } },
  })) as Sum[]
  const person = { role: await roleOf(db, personId, today), ownFirstYear: own?.firstYear ?? null, sums }
  return standing(person, year, policies)
}

async function roleOf(db: Db, personId: string, today: PlainDate): Promise<RoleFacts> {
  const { teachingSince } = await db.person.findUniqueOrThrow({ where: { id: personId } })
  const [now] = await db.$queryRaw<{ schoolPost: string | null; honours: string[] }[]>`
    select school_post as "schoolPost", honours from roster_entry
    where person_id = ${personId}::uuid and valid_to > ${today}::date order by valid_from limit 1`
  return roleFacts(fromDbDateOrNull(teachingSince), now?.schoolPost ?? null, now?.honours ?? [])
}

export type CountedEntry = EntryView & {
  /** Of what the decision was worth; null where there is none, or it was taken back. */
  counted: number | null
  limit: 'level' | 'category' | 'year' | null
}

/** Somebody's entries of a year, the latest first, each with what of it counts beside those before it. */
export async function countedEntries(
  db: Db,
  personId: string,
  { year, policies }: Pick<Standing, 'year' | 'policies'>,
): Promise<CountedEntry[]> {
  const entries = await entriesOfYear(db, personId, year)
  const approved = entries.flatMap((entry) =>
    entry.state === 'approved' && entry.worth !== null ? [{ ...entry, tenths: entry.worth }] : [],
  )
  const byDay = approved.toSorted((a, b) => compare(a.startsOn, b.startsOn) || compare(a.id, b.id))
  const counts = new Map(countedEach(byDay, capsOf(policies)).map((one) => [one.entry.id, one]))
  return entries.map((entry) => {
    const count = counts.get(entry.id)
    return { ...entry, counted: count?.counted ?? null, limit: count?.limit ?? null }
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
