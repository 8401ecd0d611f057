/** How somebody stands: what their role asks, what counts of each year, and of each entry of one. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import { isBackboneHonour } from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDateOrNull } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { countedByYear, countedEach, type Sum, type YearCount } from './counting.ts'
import type { EntryView } from './entries.queries.server.ts'
import { entriesOfYear } from './entries.queries.server.ts'
import { type Requirement, type RoleFacts, requirementsOf } from './requirement.ts'
import { capsOf, cycleOf, type TrainingPolicies, yearOf } from './training-policy.ts'

export type Standing = {
  year: number
  /** The years of the cycle, in order, each with what counts. */
  years: YearCount[]
  requirements: Requirement[]
  sums: Sum[]
  policies: TrainingPolicies
}

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
  const basis = policies.use('training.year').value
  const cycleYears = policies.use('training.cycle_years').value
  const year = asked ?? yearOf(today, basis)
  const own = await db.trainingCycle.findUnique({ where: { personId } })
  const firstOfAll = policies.use('training.cycle_first_year').value
  const runsFrom = own && own.firstYear <= year ? own.firstYear : firstOfAll
  const cycleFrom = cycleOf(year, runsFrom, cycleYears)
  const inCycle = Array.from({ length: cycleYears }, (_, at) => cycleFrom + at)
  const sums = (await db.trainingSum.findMany({
    where: { personId, year: { gte: cycleFrom, lt: cycleFrom + cycleYears }, tenths: { gt: 0 } },
  })) as Sum[]
  const years = countedByYear(sums, inCycle, capsOf(policies))
  const span = { year, cycleFrom, cycleYears, basis }
  const requirements = requirementsOf(await roleOf(db, personId, today), span, { years, sums }, policies)
  return { year, years, requirements, sums, policies }
}

async function roleOf(db: Db, personId: string, today: PlainDate): Promise<RoleFacts> {
  const { teachingSince } = await db.person.findUniqueOrThrow({ where: { id: personId } })
  const [now] = await db.$queryRaw<{ schoolPost: string | null; honours: string[] }[]>`
    select school_post as "schoolPost", honours from roster_entry
    where person_id = ${personId}::uuid and valid_to > ${today}::date order by valid_from limit 1`
  return {
    teachingSince: fromDbDateOrNull(teachingSince),
    isClassAdviser: now?.schoolPost === 'class_adviser',
    isPrincipal: now?.schoolPost === 'principal' || now?.schoolPost === 'party_secretary',
    isBackbone: now?.honours.some(isBackboneHonour) ?? false,
  }
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
