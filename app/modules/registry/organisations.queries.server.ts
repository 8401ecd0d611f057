/** Organisations as their pages show them: the list, one of them, what stands below, and the search of a field. */
import { type Actor, can, scopeOf } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, fromDbDateOrNull } from '#app/platform/database/dates.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type PlainDate, schoolYearOf } from '#app/platform/dates.ts'
import { type BoundedCount, bounded, COUNT_BOUND } from '#app/platform/lists/bounded-count.ts'
import { boundedCount } from '#app/platform/lists/count.server.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { ACTIVE_STATUSES } from './codes/index.ts'
import type { OrganisationFilter } from './organisation-forms.ts'
import { isSmallSchool, isTaughtAt, kindsBelow } from './organisation-rules.ts'
import { holdsOn } from './roster-where.sql.server.ts'

const { sql, join } = Prisma

export const ORGANISATIONS_A_PAGE = 50

export type OrganisationRow = {
  id: string
  code: string
  kind: string
  name: string
  parentId: string | null
  aboveName: string | null
  schoolKind: string | null
  stages: string[]
  placeType: string | null
  isPublic: boolean
  closedOn: PlainDate | null
  /** Kinds of the designations that hold today. */
  designations: string[]
  /** Of the latest school year reported; null when none was. */
  pupils: number | null
  isSmall: boolean
  /** How many stand directly below and are not closed. */
  children: number
  /** In service here and below. */
  staff: BoundedCount
}

export type OrganisationPage = PageOf<OrganisationRow> & { total: BoundedCount }

/** Organisations within the reader's scope, by name in pinyin order. */
export async function listOrganisations(
  db: Db,
  actor: Actor,
  filter: OrganisationFilter,
  cursor: Keyset | null,
  pageSize = ORGANISATIONS_A_PAGE,
): Promise<OrganisationPage> {
  const where = join([inReach(actor), ...conditionsOf(filter)], ' and ')
  const total = await boundedCount(db, sql`from organisation o where ${where}`)
  const backwards = cursor?.towards === 'previous'
  const beyond = cursor
    ? sql`(o.sort_key, o.id) ${backwards ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  const found = await readRows(db, sql`${where} and ${beyond}`, pageSize + 1, backwards)
  const keyOf = ({ sortKey, id }: { sortKey: string; id: string }) => ({ sort: 'name', value: sortKey, id })
  const page = pageOf(found, pageSize, cursor, keyOf)
  return { ...page, rows: page.rows.map(withoutSortKey), total }
}

/** Every row under the filter, page by page. */
export async function* streamOrganisations(
  db: Db,
  actor: Actor,
  filter: OrganisationFilter,
): AsyncGenerator<OrganisationRow> {
  let cursor: Keyset | null = null
  do {
    const page: OrganisationPage = await listOrganisations(db, actor, filter, cursor, EXPORTED_AT_ONCE)
    yield* page.rows
    cursor = page.next
  } while (cursor)
}

const EXPORTED_AT_ONCE = 500

/** The first that stand directly below and are open, by name. */
export async function childrenOf(db: Db, actor: Actor, id: string, most: number): Promise<OrganisationRow[]> {
  const which = sql`o.parent_id = ${id}::uuid and ${inReach(actor)} and o.closed_on is null`
  const rows = await readRows(db, which, most)
  return rows.map(withoutSortKey)
}

export type OrganisationRecord = OrganisationRow & {
  version: number
  openedOn: PlainDate | null
  /** From the top down to what it stands under. */
  above: { id: string; name: string }[]
  designationHistory: {
    id: string
    kind: string
    validFrom: PlainDate
    validTo: PlainDate | null
    documentNo: string | null
  }[]
  /** Latest school year first. */
  years: { schoolYear: number; stage: string; classes: number; pupils: number; boarders: number }[]
  abilities: {
    canManage: boolean
    /** Close, move, designate: for those who manage what is above. */
    canPlace: boolean
    /** Kinds that the reader may make below it. */
    canMake: string[]
  }
}

/** One organisation; null when it is not there or not in the reader's scope. */
export async function findOrganisation(db: Db, actor: Actor, id: string): Promise<OrganisationRecord | null> {
  const one = await db.organisation.findUnique({
    where: { id },
    include: {
      designations: { orderBy: { validFrom: 'desc' } },
      years: { orderBy: [{ schoolYear: 'desc' }, { stage: 'asc' }] },
      parent: { select: { lineage: true } },
    },
  })
  if (!one || !can(actor, 'organisation:read', one)) return null
  const [row] = await readRows(db, sql`o.id = ${id}::uuid`, 1)
  if (!row) return null
  const names = await db.organisation.findMany({
    where: { id: { in: one.lineage } },
    select: { id: true, name: true },
  })
  const canManage = can(actor, 'organisation:manage', one)
  return {
    ...withoutSortKey(row),
    version: one.version,
    openedOn: fromDbDateOrNull(one.openedOn),
    above: one.lineage.slice(0, -1).flatMap((above) => names.filter((named) => named.id === above)),
    designationHistory: one.designations.map(({ id, kind, validFrom, validTo, documentNo }) => ({
      ...{ id, kind, documentNo },
      validFrom: fromDbDate(validFrom),
      validTo: fromDbDateOrNull(validTo),
    })),
    years: one.years.map(({ organisationId: _, ...figures }) => figures),
    abilities: {
      canManage,
      canPlace: one.parent !== null && can(actor, 'organisation:manage', one.parent),
      canMake: canManage && !one.closedOn ? kindsBelow(one.kind) : [],
    },
  }
}

/** Below one of the places where the reader holds the action. */
function inReach(
  actor: Actor,
  action: 'organisation:read' | 'staff:write' = 'organisation:read',
): Prisma.Sql {
  return sql`o.lineage && ${scopeOf(actor, action)}::uuid[]`
}

/** The sort key is the pinyin, its syllables parted by spaces, then the name. */
function nameHolds(typed: string): Prisma.Sql {
  const literal = typed.replace(/[\\%_]/g, '\\$&')
  const pinyin = literal.toLowerCase().replace(/\s/g, '')
  return sql`(o.name ilike ${`%${literal}%`} or o.code ilike ${`${literal}%`}
    or replace(split_part(o.sort_key, chr(1), 1), ' ', '') like ${`%${pinyin}%`})`
}

function conditionsOf({
  q,
  below,
  kind,
  stage,
  placeType,
  designation,
  closed,
}: OrganisationFilter): Prisma.Sql[] {
  const day = today()
  const conditions = [
    q && nameHolds(q),
    below && sql`o.lineage @> array[${below}::uuid] and o.id <> ${below}::uuid`,
    kind && sql`o.kind = ${kind}`,
    stage && sql`o.stages @> array[${stage}]`,
    placeType && sql`o.place_type = ${placeType}`,
    designation &&
      sql`exists (select from organisation_designation d where d.organisation_id = o.id
      and d.kind = ${designation} and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to > ${day}::date))`,
    !closed && sql`(o.closed_on is null or o.closed_on > ${day}::date)`,
  ]
  return conditions.filter((one) => one instanceof Prisma.Sql)
}

type SortedRow = Omit<OrganisationRow, 'staff' | 'isSmall'> & { sortKey: string; staffCount: number }

/** Rows with what is counted for each: staff by the narrowest column of the roster that tells, and only to the bound. */
async function readRows(db: Db, where: Prisma.Sql, limit: number, backwards = false) {
  const day = today()
  const way = backwards ? sql`desc` : sql`asc`
  const most = COUNT_BOUND + 1
  const inService = sql`${holdsOn(day)} and e.status in (${join([...ACTIVE_STATUSES])})`
  const rows = await db.$queryRaw<SortedRow[]>`
    select o.id, o.code, o.kind, o.name, o.sort_key as "sortKey", o.parent_id as "parentId", above.name as "aboveName",
      o.school_kind as "schoolKind", coalesce(o.stages, '{}') as stages, o.place_type as "placeType", o.is_public as "isPublic",
      o.closed_on::text as "closedOn", coalesce(marks.kinds, '{}') as designations, figures.pupils,
      (select count(*)::int from organisation c where c.parent_id = o.id and c.closed_on is null) as children,
      staff.count as "staffCount"
    from (select * from organisation o where ${where} order by o.sort_key ${way}, o.id ${way} limit ${limit}) o
    left join organisation above on above.id = o.parent_id
    left join lateral (select array_agg(d.kind order by d.kind) as kinds from organisation_designation d
      where d.organisation_id = o.id and d.valid_from <= ${day}::date
        and (d.valid_to is null or d.valid_to > ${day}::date)) marks on true
    left join lateral (select sum(y.pupils)::int as pupils from school_year_figures y
      where y.organisation_id = o.id and y.school_year <= ${schoolYearOf(day)}
      group by y.school_year order by y.school_year desc limit 1) figures on true
    cross join lateral (select count(*)::int as count from (
      (select from roster_entry e where o.kind = 'prefecture' and e.prefecture_id = o.id and ${inService} limit ${most})
      union all
      (select from roster_entry e where o.kind in ('county', 'zone') and e.county_id = o.id and ${inService} limit ${most})
      union all
      (select from roster_entry e where o.kind not in ('prefecture', 'county', 'zone') and e.org_id = any(array(
        select b.id from organisation b where b.lineage @> array[o.id])) and ${inService} limit ${most})) found) staff
    order by o.sort_key ${way}, o.id ${way}`
  return rows.map(({ staffCount, ...row }) => ({
    ...row,
    isSmall: isTaughtAt(row.kind) && isSmallSchool(row.pupils),
    staff: bounded(staffCount),
  }))
}

function withoutSortKey({ sortKey: _, ...row }: OrganisationRow & { sortKey: string }): OrganisationRow {
  return row
}
