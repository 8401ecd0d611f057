/** Studios as their pages show them, and who belongs to one. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { bureausInSight } from '../access.sql.server.ts'
import type { StudioPhase } from './studio.ts'

const { sql } = Prisma

/** Null is "any". */
export type StudioFilter = { stage: string | null; subject: string | null; phase: StudioPhase | null }

export type StudioRow = {
  id: string
  name: string
  tier: 'city' | 'county'
  orgId: string
  orgName: string
  lineage: string[]
  schoolId: string
  schoolName: string
  stage: string
  subject: string
  validFrom: PlainDate
  /** The first day after its term. */
  validTo: PlainDate
  dissolvedOn: PlainDate | null
  dissolvedWhy: string | null
  leaderName: string | null
  /** Of the day, the leader among them. */
  members: number
  version: number
}

const columns = (
  day: PlainDate,
) => sql`t.id, t.name, t.tier, t.org_id as "orgId", o.name as "orgName", o.lineage,
  t.school_id as "schoolId", s.name as "schoolName", t.stage, t.subject, t.valid_from::text as "validFrom",
  t.valid_to::text as "validTo", t.dissolved_on::text as "dissolvedOn", t.dissolved_why as "dissolvedWhy", l.name as "leaderName",
  (select count(*)::int from studio_member m where m.studio_id = t.id and m.valid_from <= greatest(${day}::date, t.valid_from)
    and greatest(${day}::date, t.valid_from) < m.valid_to) as members, t.version`

/** The leader is the last who was. */
const from = sql`from studio t
  join organisation o on o.id = t.org_id
  join organisation s on s.id = t.school_id
  left join lateral (select p.name from studio_member m join person p on p.id = m.person_id
    where m.studio_id = t.id and m.role = 'leader' order by m.valid_to desc limit 1) l on true`

/** When a studio stands no more: at the end of its term, or when it was dissolved. */
const endsOn = sql`coalesce(t.dissolved_on, t.valid_to)`

const MOST_STUDIOS = 1_000

/** The latest first. */
export function listStudios(
  db: Db,
  actor: Actor,
  { stage, subject, phase }: StudioFilter,
  day: PlainDate,
): Promise<StudioRow[]> {
  const inPhase =
    phase &&
    {
      ahead: sql`and t.valid_from > ${day}::date`,
      standing: sql`and t.valid_from <= ${day}::date and ${endsOn} > ${day}::date`,
      ended: sql`and ${endsOn} <= ${day}::date`,
    }[phase]
  return db.$queryRaw<StudioRow[]>`
    select ${columns(day)} ${from} where ${bureausInSight(actor, sql`o`)} ${inPhase ?? sql``}
      and (${stage}::text is null or t.stage = ${stage}) and (${subject}::text is null or t.subject = ${subject})
    order by t.valid_from desc, t.tier, o.code, t.name, t.id limit ${MOST_STUDIOS}`
}

/** Null when it is not there or not the reader's to see. */
export async function findStudio(
  db: Db,
  actor: Actor,
  id: string,
  day: PlainDate,
): Promise<StudioRow | null> {
  const [found] = await db.$queryRaw<StudioRow[]>`
    select ${columns(day)} ${from} where t.id = ${id}::uuid and ${bureausInSight(actor, sql`o`)}`
  return found ?? null
}

/** `memberTo`: the first day on which they do not belong to it. */
export type OwnStudioRow = StudioRow & { role: 'leader' | 'core' | 'trainee'; memberTo: PlainDate }

/** Studios to which somebody belongs or belonged, the latest first. */
export function studiosOf(db: Db, personId: string, day: PlainDate): Promise<OwnStudioRow[]> {
  return db.$queryRaw<OwnStudioRow[]>`
    select ${columns(day)}, mine.role, mine.valid_to::text as "memberTo" ${from} join studio_member mine on mine.studio_id = t.id
    where mine.person_id = ${personId}::uuid order by mine.valid_from desc, t.id`
}
