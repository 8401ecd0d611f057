/** Needy schools with the outreach visits that counted at each, the least served first or the nearest; a page, or all of them. */
import { kilometresTo, schoolPlace } from '#app/modules/exchange/index.server.ts'
import { designated, isRural } from '#app/modules/registry/index.server.ts'
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { type Keyset, type PageOf, pageOf } from '#app/platform/lists/keyset.ts'
import { bureausInSight } from '../access.sql.server.ts'
import { midnightOf } from '../activities/activity.ts'
import type { TermSpan } from './coverage.ts'

const { sql } = Prisma
const SCHOOLS_A_PAGE = 50

export type CoverageSort = 'least' | 'near'

/** Another order has other cursors. */
export const sortIn = ({ near }: Pick<CoverageAsked, 'near'>): CoverageSort => (near ? 'near' : 'least')

export type CoverageAsked = {
  day: PlainDate
  terms: readonly TermSpan[]
  /** Visits that a school needs over these terms, and the share of its teachers that must have answered for one to count. */
  need: number
  share: number
  countyId: string | null
  stage: string | null
  /** From where distances are told, and schools put in order. */
  near: { latitude: number; longitude: number } | null
}

export type CoverageRow = {
  id: string
  name: string
  countyName: string | null
  isRural: boolean
  isWeak: boolean
  isSmall: boolean
  stages: string[]
  /** Null where no distance is asked for, or it is not known where the school lies. */
  km: number | null
  got: number
  /** By subject and term: [subject, which of the terms, visits]. */
  cells: [string, number, number][]
  sort: string
}

/** Of an organisation `o`: whether it is a school that stands, and is rural, weak or small on the day. */
export function needySchools(day: PlainDate): Prisma.Sql {
  return sql`o.kind in ('school', 'teaching_point') and o.closed_on is null
    and (${isRural} or ${designated('weak', sql`${day}::date`)} or ${designated('small', sql`${day}::date`)})`
}

/** Of an activity `a`: whether it is a visit over these terms that counts. */
function isCounted(terms: readonly TermSpan[], share: number): Prisma.Sql {
  const [first, last] = [terms[0], terms.at(-1)]
  if (!first || !last) throw new RangeError('no terms')
  return sql`a.kind = 'outreach' and a.state = 'confirmed' and a.heard > 0 and a.answered >= ${share}::float8 * a.heard
    and a.starts_at >= ${midnightOf(first.from)} and a.starts_at < ${midnightOf(last.to)}`
}

/** Visits that count, by host, subject and term; `hosts` narrows whose. */
export function countedVisits(terms: readonly TermSpan[], share: number, hosts = sql`true`): Prisma.Sql {
  const starts = terms.map(({ from }) => midnightOf(from))
  return sql`select a.host_id, a.subject, width_bucket(a.starts_at, ${starts}::timestamptz[])::int - 1 as term, count(*)::int as visits
    from studio_activity a where ${isCounted(terms, share)} and ${hosts} group by 1, 2, 3`
}

const FARTHEST = 99_999

/** The least served first, or the nearest; of equals by name. One text, so that a page begins where the last ended. */
function sortOf({ need, near }: CoverageAsked): Prisma.Sql {
  const least = sql`to_char(greatest(${FARTHEST} - greatest(${need}::int - coalesce(g.got, 0), 0), 0), 'FM00000')`
  const nearest = near && sql`to_char(coalesce(round(${kilometresTo(near)} * 10), ${FARTHEST}), 'FM00000')`
  return sql`(${nearest ?? least} || o.sort_key)`
}

function ranked(actor: Actor, asked: CoverageAsked): Prisma.Sql {
  const { day, countyId, stage, near } = asked
  const at = sql`${day}::date`
  return sql`with got as (
      select a.host_id, count(*)::int as got from studio_activity a where ${isCounted(asked.terms, asked.share)} group by 1),
    ranked as materialized (
      select o.id, o.name, c.name as "countyName", ${isRural} as "isRural", ${designated('weak', at)} as "isWeak",
        ${designated('small', at)} as "isSmall", o.stages, ${near ? sql`${kilometresTo(near)}` : sql`null::float8`} as km,
        coalesce(g.got, 0) as got, ${sortOf(asked)} as sort
      from organisation o left join organisation c on c.id = o.county_id left join got g on g.host_id = o.id ${schoolPlace}
      where ${needySchools(day)} and o.lineage && ${scopeOf(actor, 'studios:read')}::uuid[]
        and (${countyId}::uuid is null or o.county_id = ${countyId}::uuid)
        and (${stage}::text is null or ${stage} = any(o.stages)))`
}

/** The rows of `page` with what came to each; by the order given, as JSON. */
const rowsOfPage = ({ terms, share }: CoverageAsked, order: Prisma.Sql) => sql`counted as (
    ${countedVisits(terms, share, sql`a.host_id in (select id from page)`)}),
  cells as (select host_id, jsonb_agg(jsonb_build_array(subject, term, visits)) as cells from counted group by 1),
  rows as (select jsonb_agg(to_jsonb(p) || jsonb_build_object('cells', coalesce(x.cells, '[]')) order by p.sort ${order}, p.id ${order}) as rows
    from page p left join cells x on x.host_id = p.id)`

const keyOf =
  (sort: CoverageSort) =>
  ({ sort: value, id }: CoverageRow) => ({ sort, value, id })

export type CoverageTotals = { schools: number; missing: number; unvisited: number; visits: number }

/** One page, and what holds of all that are asked for. */
export async function listCoverage(
  db: Db,
  actor: Actor,
  asked: CoverageAsked,
  cursor: Keyset<CoverageSort> | null,
): Promise<PageOf<CoverageRow, CoverageSort> & { totals: CoverageTotals }> {
  const falls = cursor?.towards === 'previous'
  const order = falls ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(sort, id) ${falls ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`
    : sql`true`
  const [found] = await db.$queryRaw<(CoverageTotals & { rows: CoverageRow[] | null })[]>`
    ${ranked(actor, asked)},
    page as (select * from ranked where ${beyond} order by sort ${order}, id ${order} limit ${SCHOOLS_A_PAGE + 1}),
    ${rowsOfPage(asked, order)}
    select count(*)::int as schools, count(*) filter (where got < ${asked.need})::int as missing,
      count(*) filter (where got = 0)::int as unvisited, coalesce(sum(got), 0)::int as visits, (select rows from rows) as rows
    from ranked`
  const { rows, ...totals } = found ?? { schools: 0, missing: 0, unvisited: 0, visits: 0, rows: null }
  return { ...pageOf(rows ?? [], SCHOOLS_A_PAGE, cursor, keyOf(sortIn(asked))), totals }
}

const MOST_IN_A_FILE = 20_000

/** All of them, for a file. */
export async function allCoverage(db: Db, actor: Actor, asked: CoverageAsked): Promise<CoverageRow[]> {
  const [found] = await db.$queryRaw<{ rows: CoverageRow[] | null }[]>`
    ${ranked(actor, asked)}, page as (select * from ranked order by sort, id limit ${MOST_IN_A_FILE}),
    ${rowsOfPage(asked, sql`asc`)} select rows from rows`
  return found?.rows ?? []
}

/** Which subjects somebody teaches at these schools on the day. */
export async function subjectsTaught(
  db: Db,
  schoolIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, Set<string>>> {
  const rows = await db.$queryRaw<{ id: string; subjects: string[] }[]>`
    select e.org_id as id, array_agg(distinct e.subject) as subjects from roster_entry e
    where e.org_id = any(${[...schoolIds]}::uuid[]) and e.valid_from <= ${day}::date and ${day}::date < e.valid_to
      and e.status = 'in_post' and e.staff_category = 'full_time_teacher' and e.subject is not null group by 1`
  return new Map(rows.map(({ id, subjects }) => [id, new Set(subjects)]))
}

/** Studios from whose school distances can be told: those that stand in sight and lie somewhere. */
export function startingPoints(
  db: Db,
  actor: Actor,
  day: PlainDate,
): Promise<{ id: string; name: string; latitude: number; longitude: number }[]> {
  return db.$queryRaw`
    select t.id, t.name, place.latitude, place.longitude from studio t join organisation b on b.id = t.org_id
    join organisation o on o.id = t.school_id ${schoolPlace}
    where place.org_id is not null and t.dissolved_on is null and t.valid_from <= ${day}::date and ${day}::date < t.valid_to
      and ${bureausInSight(actor, sql`b`)}
    order by t.name, t.id limit 500`
}

/** Counties and zones with schools in sight, for whoever sees several. */
export async function countiesOf(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  const found = await db.organisation.findMany({
    where: { kind: { in: ['county', 'zone'] }, lineage: { hasSome: scopeOf(actor, 'studios:read') } },
    select: { id: true, name: true },
    orderBy: { code: 'asc' },
  })
  return found.length > 1 ? found : []
}
