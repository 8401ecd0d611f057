/** The roster's filter as SQL conditions over `roster_entry e`. Values are bound parameters, never text of the SQL. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import { inScope, resolveScope, type Scope, scopeBelow } from '#app/platform/access/scope.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import { ACTIVE_STATUSES } from './codes/index.ts'
import { type SearchTerm, searchQuery } from './name-keys.ts'
import { latestStart, type RosterFilter } from './roster.ts'

const { sql, join } = Prisma

const placeColumns = {
  prefecture: sql`e.prefecture_id`,
  county: sql`e.county_id`,
  organisation: sql`e.org_id`,
}

/** Employers' own numbers are not unique; more people than these share none that is worth searching. */
const MOST_SHARING_A_NUMBER = 200

/** Where a roster row is in the scope. */
export function rosterInScope(scope: Scope): Prisma.Sql {
  return inScope(scope, placeColumns)
}

/** The row that holds on the day. */
export function holdsOn(day: PlainDate): Prisma.Sql {
  return sql`e.valid_from <= ${day}::date and e.valid_to > ${day}::date`
}

/** The SQL twin of `canReadStaff`: rows the actor may open one by one. */
export async function readableStaff(db: Db, actor: Actor): Promise<Prisma.Sql> {
  const scope = await resolveScope(db, scopeOf(actor, 'staff:read'))
  const inside = rosterInScope(scope)
  return actor.personId ? sql`(${inside} or e.person_id = ${actor.personId}::uuid)` : inside
}

/** What a list is opened for: an export goes no further than the grants that carry it. */
export type RosterAction = Extract<Action, 'staff:read' | 'staff:export'>

/** Organisations of a filter that were read already; all of its `orgs`. */
export type KnownPlace = { id: string; parentId: string | null; kind: string; lineage: string[] }
const placeColumnsOf = { id: true, parentId: true, kind: true, lineage: true } as const

/** Conditions of a list; the search stands by itself, for the reader to say how it is used. */
export type RosterWhere = { rest: Prisma.Sql; search: Prisma.Sql | null }

export function wholeOf({ rest, search }: RosterWhere): Prisma.Sql {
  return search ? sql`${rest} and ${search}` : rest
}

/** Every condition of the list: the actor's scope, the day, the filter. */
export async function rosterWhere(
  db: Db,
  actor: Actor,
  filter: RosterFilter,
  day: PlainDate,
  action: RosterAction = 'staff:read',
  known?: readonly KnownPlace[],
): Promise<RosterWhere> {
  const places = await placeConditions(db, scopeOf(actor, action), filter.orgs, known)
  const conditions = [...places, holdsOn(day), ...columnConditions(filter, day)]
  return { rest: join(conditions, ' and '), search: await searchCondition(db, filter.q) }
}

/**
 * Inside the scope, and inside one of the organisations asked for. Where these lie in the scope themselves, they say it
 * all: a county's list is then read from the county's index alone.
 */
async function placeConditions(
  db: Db,
  scopeIds: readonly string[],
  orgs: readonly string[],
  known?: readonly KnownPlace[],
): Promise<Prisma.Sql[]> {
  const inside = async () => rosterInScope(await resolveScope(db, scopeIds))
  if (orgs.length === 0) return [await inside()]
  const where = { id: { in: [...orgs] } }
  const found = known ?? (await db.organisation.findMany({ where, select: placeColumnsOf }))
  const asked = rosterInScope(await scopeBelow(db, found))
  const areInside = found.every(({ lineage }) => lineage.some((id) => scopeIds.includes(id)))
  return areInside ? [asked] : [await inside(), asked]
}

function columnConditions(filter: RosterFilter, day: PlainDate): Prisma.Sql[] {
  const { stage, subject, title, honour, post, category, schoolPost, status, onEstablishment, lacks } = filter
  return [
    stage && sql`e.stage = ${stage}`,
    subject && sql`e.subject = ${subject}`,
    title &&
      (title === 'none' ? sql`coalesce(e.title_level, 'none') = 'none'` : sql`e.title_level = ${title}`),
    honour && sql`e.honours <> '{}' and e.honours @> array[${honour}]`,
    post && sql`e.post_category = ${post}`,
    category && sql`e.staff_category = ${category}`,
    schoolPost && sql`e.school_post = ${schoolPost}`,
    status === 'active' && sql`e.status in (${join([...ACTIVE_STATUSES])})`,
    status !== 'active' && status !== 'all' && sql`e.status = ${status}`,
    onEstablishment === true && sql`e.establishment_org_id is not null`,
    onEstablishment === false && sql`e.establishment_org_id is null`,
    lacks === 'birthDate' && sql`coalesce(e.birth_date, date '9999-12-31') = date '9999-12-31'`,
    ...yearsBetween(sql`e.birth_date`, filter.ageFrom, filter.ageTo, day),
    ...yearsBetween(sql`e.org_since`, filter.yearsFrom, filter.yearsTo, day),
  ].filter((condition) => condition instanceof Prisma.Sql)
}

/** Completed years from the column's day until `day`, both ends included. */
function yearsBetween(
  column: Prisma.Sql,
  from: number | null,
  to: number | null,
  day: PlainDate,
): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (from !== null) conditions.push(sql`${column} <= ${latestStart(day, from)}::date`)
  if (to !== null) conditions.push(sql`${column} >= ${addDays(latestStart(day, to + 1), 1)}::date`)
  return conditions
}

async function searchCondition(db: Db, text: string): Promise<Prisma.Sql | null> {
  const query = searchQuery(text)
  switch (query.kind) {
    case 'empty':
      return text.trim() === '' ? null : sql`false`
    case 'terms':
      return sql`e.search @@ ${tsqueryText(query.terms)}::tsquery`
    case 'residentId':
      return isOneOf(await db.person.findMany(byIdentity(query.value)))
    case 'staffNumber':
      return isOneOf(await db.person.findMany(byNumber(query.value)))
  }
}

function byIdentity(number: string) {
  return { where: { idNumberHash: lookUpHash(number) }, select: { id: true } }
}

function byNumber(number: string) {
  return {
    where: { OR: [{ staffNumber: number }, { employerNumber: number }] },
    select: { id: true },
    take: MOST_SHARING_A_NUMBER,
  }
}

function isOneOf(people: { id: string }[]): Prisma.Sql {
  return sql`e.person_id = any(${people.map((one) => one.id)}::uuid[])`
}

/** All terms must hold. Lexemes are quoted, so that none can be read as an operator. */
function tsqueryText(terms: readonly SearchTerm[]): string {
  return terms
    .map(({ lexeme, prefix }) => `'${lexeme.replace(/['\\]/g, '$&$&')}'${prefix ? ':*' : ''}`)
    .join(' & ')
}
