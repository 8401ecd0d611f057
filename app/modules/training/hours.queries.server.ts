/** How somebody stands: what their role asks, what counts of each year, and of each entry of one. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { countedEach, type Sum } from './counting.ts'
import type { EntryView } from './entries.queries.server.ts'
import { entriesOfYear } from './entries.queries.server.ts'
import { type PersonFacts, roleFacts, type Standing, standing } from './standing.ts'
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
  const year = asked ?? yearOf(today, policies.use('training.year').value)
  return standing(await factsAbout(db, personId, today), year, policies)
}

type Told = {
  teachingSince: PlainDate | null
  ownFirstYear: number | null
  schoolPost: string | null
  honours: string[] | null
  sums: Sum[]
}

async function factsAbout(db: Db, personId: string, today: PlainDate): Promise<PersonFacts> {
  const [told] = await db.$queryRaw<[Told]>`
    select p.teaching_since::text as "teachingSince", c.first_year as "ownFirstYear", now.school_post as "schoolPost", now.honours,
      coalesce((select json_agg(json_build_object('year', s.year, 'level', s.level, 'category', s.category, 'tenths', s.tenths))
        from training_sum s where s.person_id = p.id and s.tenths > 0), '[]') as sums
    from person p left join training_cycle c on c.person_id = p.id
    left join lateral (
      select e.school_post, e.honours from roster_entry e
      where e.person_id = p.id and e.valid_to > ${today}::date order by e.valid_from limit 1) now on true
    where p.id = ${personId}::uuid`
  const { teachingSince, schoolPost, honours, ownFirstYear, sums } = told
  return { role: roleFacts(teachingSince, schoolPost, honours ?? []), ownFirstYear, sums }
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
