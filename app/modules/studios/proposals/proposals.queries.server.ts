/** Proposals of the bureaus in sight, the visits in them, and those that wait for a studio. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate, Term } from '#app/platform/dates.ts'
import { termOf } from '#app/platform/dates.ts'
import { bureausInSight } from '../access.sql.server.ts'
import type { ActivityState } from '../activities/activity.ts'
import type { ProposalState, ProposedWhy, UnreachedWhy } from './proposal.ts'
import type { ProposalAnswer } from './propose.server.ts'

const { sql } = Prisma
const MOST_PROPOSALS = 100

export type ProposalRow = {
  id: string
  orgId: string
  orgName: string
  lineage: string[]
  schoolYear: number
  season: Term['season']
  state: ProposalState
  phase: string | null
  gap: number | null
  startedAt: Date | null
  result: Omit<ProposalAnswer, 'visits'> | null
  createdByName: string
  createdAt: Date
  visits: number
  accepted: number
  refused: number
}

const columns = sql`p.id, p.org_id as "orgId", o.name as "orgName", o.lineage, p.school_year as "schoolYear", p.season, p.state, p.phase, p.gap,
  p.started_at as "startedAt", p.result, p.created_by_name as "createdByName", p.created_at as "createdAt",
  v.visits, v.accepted, v.refused
  from studio_proposal p join organisation o on o.id = p.org_id
  cross join lateral (select count(*)::int as visits, count(*) filter (where v.state = 'accepted')::int as accepted,
    count(*) filter (where v.state = 'refused')::int as refused from studio_proposed_visit v where v.proposal_id = p.id) v`

/** The latest first. */
export function listProposals(db: Db, actor: Actor): Promise<ProposalRow[]> {
  return db.$queryRaw<ProposalRow[]>`
    select ${columns} where ${bureausInSight(actor, sql`o`)} order by p.created_at desc, p.id limit ${MOST_PROPOSALS}`
}

/** Null when it is not there or not the reader's to see. */
export async function findProposal(db: Db, actor: Actor, id: string): Promise<ProposalRow | null> {
  const [found] = await db.$queryRaw<ProposalRow[]>`
    select ${columns} where p.id = ${id}::uuid and ${bureausInSight(actor, sql`o`)}`
  return found ?? null
}

export type ProposedRow = {
  id: string
  studioId: string
  studioName: string
  stage: string
  subject: string
  schoolId: string
  schoolName: string
  schoolCode: string
  countyName: string | null
  km: number | null
  why: ProposedWhy
  state: 'proposed' | 'accepted' | 'refused'
  note: string
  movedFrom: string | null
  activityState: ActivityState | null
  startsAt: Date | null
  endsAt: Date | null
  version: number
}

const proposed = sql`select v.id, t.id as "studioId", t.name as "studioName", t.stage, t.subject, s.id as "schoolId", s.name as "schoolName",
    s.code as "schoolCode", c.name as "countyName", v.km, v.why, v.state, v.note, m.name as "movedFrom", a.state as "activityState", a.starts_at as "startsAt",
    a.ends_at as "endsAt", v.version
  from studio_proposed_visit v join studio t on t.id = v.studio_id join organisation s on s.id = v.school_id
  join studio_proposal p on p.id = v.proposal_id
  left join organisation c on c.id = s.county_id left join organisation m on m.id = v.moved_from_id
  left join studio_activity a on a.id = v.activity_id`

/** By studio, then by how much the school lacks. */
export function visitsOf(db: Db, proposalId: string): Promise<ProposedRow[]> {
  return db.$queryRaw<ProposedRow[]>`
    ${proposed} where v.proposal_id = ${proposalId}::uuid
    order by t.name, t.id, (v.why ->> 'missing')::int desc, s.sort_key, v.id`
}

/** What was sent to a studio for the day's term and those that come; what waits first. */
export function proposedTo(db: Db, studioId: string, day: PlainDate): Promise<ProposedRow[]> {
  const { schoolYear, season } = termOf(day)
  return db.$queryRaw<ProposedRow[]>`
    ${proposed} where v.studio_id = ${studioId}::uuid and p.state = 'sent'
      and (p.school_year, p.season = 'spring') >= (${schoolYear}::int, ${season === 'spring'}::boolean)
    order by v.state <> 'proposed', (v.why ->> 'missing')::int desc, s.sort_key, v.id`
}

/** Names for the schools that stay without a visit. */
export async function schoolNames(
  db: Db,
  unreached: readonly { schoolId: string; why: UnreachedWhy }[],
): Promise<{ id: string; name: string; why: UnreachedWhy }[]> {
  const found = await db.organisation.findMany({
    where: { id: { in: unreached.map(({ schoolId }) => schoolId) } },
    select: { id: true, name: true },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
  })
  const whyOf = new Map(unreached.map(({ schoolId, why }) => [schoolId, why]))
  return found.map(({ id, name }) => ({ id, name, why: whyOf.get(id) ?? 'duties' }))
}
