/** What studios did in a school year: each of them, month by month, and which needy schools of a county they reached. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { bureausInSight } from '../access.sql.server.ts'
import { type ActivityKind, midnightOf } from '../activities/activity.ts'
import { needySchools } from '../coverage/coverage.queries.server.ts'

const { sql } = Prisma

/** Plain days, half open; `share`: of a visit's teachers that must have answered for it to count. */
export type FigureSpan = { from: PlainDate; to: PlainDate; share: number }

const within = ({ from, to }: FigureSpan) =>
  sql`a.starts_at >= ${midnightOf(from)} and a.starts_at < ${midnightOf(to)}`
const counts = ({ share }: FigureSpan) =>
  sql`a.kind = 'outreach' and a.heard > 0 and a.answered >= ${share}::float8 * a.heard`

export type StudioFigures = {
  id: string
  name: string
  stage: string
  subject: string
  activities: number
  outreach: number
  /** Outreach visits that count. */
  visits: number
  forums: number
  lessons: number
  /** Tenths of hours into the ledgers of all who were there. */
  tenths: number
  heard: number
  answered: number
  /** Of those who answered: use it, as it is or changed. */
  used: number
}

const MOST_STUDIOS = 1_000

/** Of every studio in sight that stood in the time; what schools have confirmed. */
export function studioFigures(db: Db, actor: Actor, span: FigureSpan): Promise<StudioFigures[]> {
  return db.$queryRaw<StudioFigures[]>`
    with there as (
      select a.id, a.studio_id, a.kind, a.heard, a.answered, ${counts(span)} as counts, a.tenths * x.people as tenths, x.used
      from studio_activity a cross join lateral (select count(*) as people, count(*) filter (where use in ('used', 'adapted')) as used
        from studio_attendance where activity_id = a.id) x where a.state = 'confirmed' and ${within(span)})
    select t.id, t.name, t.stage, t.subject, count(a.id)::int as activities,
      count(*) filter (where a.kind = 'outreach')::int as outreach, count(*) filter (where a.counts)::int as visits,
      count(*) filter (where a.kind = 'forum')::int as forums,
      count(*) filter (where a.kind in ('open_lesson', 'demonstration'))::int as lessons,
      coalesce(sum(a.tenths), 0)::int as tenths, coalesce(sum(a.heard), 0)::int as heard,
      coalesce(sum(a.answered), 0)::int as answered, coalesce(sum(a.used), 0)::int as used
    from studio t join organisation o on o.id = t.org_id left join there a on a.studio_id = t.id
    where ${bureausInSight(actor, sql`o`)} and t.valid_from < ${span.to}::date
      and coalesce(t.dissolved_on, t.valid_to) > ${span.from}::date
    group by t.id order by t.name, t.id limit ${MOST_STUDIOS}`
}

/** By the month of Asia/Shanghai, `2026-09`. */
export function monthFigures(
  db: Db,
  actor: Actor,
  span: FigureSpan,
): Promise<{ month: string; kind: ActivityKind; count: number }[]> {
  return db.$queryRaw`
    select to_char(a.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, a.kind, count(*)::int as count
    from studio_activity a join studio t on t.id = a.studio_id join organisation o on o.id = t.org_id
    where a.state = 'confirmed' and ${within(span)} and ${bureausInSight(actor, sql`o`)} group by 1, 2 order by 1, 2`
}

export type CountyFigures = {
  id: string | null
  name: string | null
  schools: number
  reached: number
  visits: number
}

/** Needy schools of each county, and how many of them had a visit that counts. */
export function countyFigures(
  db: Db,
  actor: Actor,
  span: FigureSpan,
  day: PlainDate,
): Promise<CountyFigures[]> {
  return db.$queryRaw<CountyFigures[]>`
    with got as (select a.host_id, count(*)::int as visits from studio_activity a
      where a.state = 'confirmed' and ${within(span)} and ${counts(span)} group by 1)
    select c.id, c.name, count(*)::int as schools, count(g.host_id)::int as reached, coalesce(sum(g.visits), 0)::int as visits
    from organisation o left join organisation c on c.id = o.county_id left join got g on g.host_id = o.id
    where ${needySchools(day)} and o.lineage && ${scopeOf(actor, 'studios:read')}::uuid[]
    group by c.id, c.name, c.code order by c.code`
}
