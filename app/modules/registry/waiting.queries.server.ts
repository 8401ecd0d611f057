/** What waits for a reader in the registry: counts for the home page, and the list of those who retire soon. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { inScope, isEmptyScope, resolveScope, type Scope } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, addMonths, addYears, type PlainDate } from '#app/platform/dates.ts'
import type { BoundedCount } from '#app/platform/lists/bounded-count.ts'
import { boundedCount } from '#app/platform/lists/count.server.ts'
import { ACTIVE_STATUSES } from './codes/index.ts'
import { bornIn, bornOn, retirementCategory } from './retirement.sql.server.ts'
import { type RetirementCategory, retirementOf } from './retirement.ts'
import { bornToRetire } from './retiring.ts'
import type { RosterAction } from './roster-where.sql.server.ts'

const retiringMonths = 3
const beginningDays = 30
/** How far back somebody past the statutory date is looked for. */
const overdueYears = 10

export type RetiringPerson = {
  personId: string
  name: string
  staffNumber: string
  organisationId: string
  organisation: string
  birthDate: PlainDate
  retiresOn: PlainDate
}

/** The first to go first, as many as were asked for, and how many there are in all (up to the bound of lists). */
export type RetiringList = { people: RetiringPerson[]; total: BoundedCount }

export type Beginning = { count: number; first: { personId: string; name: string; on: PlainDate } | null }

const rosterColumns = {
  prefecture: Prisma.sql`entry.prefecture_id`,
  county: Prisma.sql`entry.county_id`,
  organisation: Prisma.sql`entry.org_id`,
}

type RetiringRow = {
  personId: string
  name: string
  staffNumber: string
  sex: '1' | '2'
  category: RetirementCategory
  organisationId: string
  organisation: string
  birthDate: Date
}

type Span = { from: PlainDate; before: PlainDate }

/**
 * People in service within scope who reach the statutory age in the span. Along each line of the rule the older go
 * first, so the first of all are among the first of each line.
 */
async function retiringIn(
  db: Db,
  scope: Scope,
  day: PlainDate,
  { from, before }: Span,
  most: number | null,
): Promise<RetiringList> {
  const ranges = bornToRetire(from, before).map((range) => bornIn('entry', range))
  const inService = Prisma.sql`${inScope(scope, rosterColumns)}
    and entry.valid_from <= ${day}::date and ${day}::date < entry.valid_to
    and entry.status = any(${[...ACTIVE_STATUSES]}::text[])`
  const firstOf = (range: Prisma.Sql) => Prisma.sql`(
    select entry.person_id, entry.name, entry.staff_number, entry.sex, entry.birth_date, entry.org_id,
      ${retirementCategory('entry')} as category
    from roster_entry entry where ${range} and ${inService} order by ${bornOn('entry')}, entry.person_id limit ${most})`
  const total = await boundedCount(
    db,
    Prisma.sql`from roster_entry entry where (${Prisma.join(ranges, ' or ')}) and ${inService}`,
  )
  if (total.count === 0) return { people: [], total }
  const rows = await db.$queryRaw<RetiringRow[]>`
    select found.person_id as "personId", found.name, found.staff_number as "staffNumber", found.sex,
      found.category, found.birth_date as "birthDate", place.id as "organisationId",
      place.name as organisation
    from (${Prisma.join(ranges.map(firstOf), ' union all ')}) found join organisation place on place.id = found.org_id`
  const people = rows.map(retiringPerson).sort(goesBefore)
  return { people: people.slice(0, most ?? undefined), total }
}

function goesBefore(a: RetiringPerson, b: RetiringPerson): number {
  const [one, other] = [`${a.retiresOn} ${a.personId}`, `${b.retiresOn} ${b.personId}`]
  return one < other ? -1 : 1
}

function retiringPerson({ sex, category, birthDate, ...rest }: RetiringRow): RetiringPerson {
  const born = fromDbDate(birthDate)
  return { ...rest, birthDate: born, retiresOn: retirementOf({ birthDate: born, sex, category }).date }
}

/** Who reaches the statutory age within three months, and who is past it and still in service; null is all of them. */
export async function listRetiring(
  db: Db,
  actor: Actor,
  day: PlainDate,
  most: number | null,
  action: RosterAction = 'staff:read',
): Promise<{ soon: RetiringList; overdue: RetiringList }> {
  const scope = await resolveScope(db, scopeOf(actor, action))
  const nobody = { people: [], total: { count: 0, more: false } }
  if (isEmptyScope(scope)) return { soon: nobody, overdue: nobody }
  const soonSpan = { from: day, before: addMonths(day, retiringMonths) }
  const soon = await retiringIn(db, scope, day, soonSpan, most)
  const overdueSpan = { from: addYears(day, -overdueYears), before: day }
  const overdue = await retiringIn(db, scope, day, overdueSpan, most)
  return { soon, overdue }
}

/** People in service within scope without a birth date, counted up to the bound: nobody can say when they retire. */
export async function countWithoutBirthDate(db: Db, actor: Actor, day: PlainDate): Promise<BoundedCount> {
  const scope = await resolveScope(db, scopeOf(actor, 'staff:read'))
  return boundedCount(
    db,
    Prisma.sql`from roster_entry entry where ${bornOn('entry')} = date '9999-12-31' and ${inScope(scope, rosterColumns)}
      and entry.valid_from <= ${day}::date and ${day}::date < entry.valid_to
      and entry.status = any(${[...ACTIVE_STATUSES]}::text[])`,
  )
}

/** Appointments within scope that begin in the next thirty days. */
export async function countBeginning(db: Db, actor: Actor, day: PlainDate): Promise<Beginning> {
  const scope = await resolveScope(db, scopeOf(actor, 'staff:read'))
  if (isEmptyScope(scope)) return { count: 0, first: null }
  const rows = await db.$queryRaw<{ personId: string; name: string; on: Date; count: bigint }[]>`
    select entry.person_id as "personId", entry.name, entry.valid_from as "on", count(*) over () as count
    from roster_entry entry
    where entry.valid_from > ${day}::date and entry.valid_from <= ${addDays(day, beginningDays)}::date
      and ${inScope(scope, rosterColumns)}
      and exists (select from appointment post where post.person_id = entry.person_id
        and post.valid_from = entry.valid_from and post.is_main)
    order by entry.valid_from, entry.person_id limit 1`
  const [first] = rows
  if (!first) return { count: 0, first: null }
  const { personId, name, on, count } = first
  return { count: Number(count), first: { personId, name, on: fromDbDate(on) } }
}
