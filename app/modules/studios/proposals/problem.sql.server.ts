/** Reads what a proposal is made of: the studios of a bureau and the needy schools within its reach, as they stand for the term. */
import { placesOf } from '#app/modules/exchange/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { midnightOf } from '../activities/activity.ts'
import { countedVisits, needySchools, subjectsTaught } from '../coverage/coverage.queries.server.ts'
import { type TermSpan, termsUntil } from '../coverage/coverage.ts'
import { dutyOfTerm, goalsOf, type NeedySchool, type ProposalProblem } from './proposal.ts'

const { sql } = Prisma

type StudioRow = {
  id: string
  stage: string
  subject: string
  schoolId: string
  countyId: string | null
  ahead: number
}
type SchoolRow = {
  id: string
  stages: string[]
  countyId: string | null
  got: number
  ahead: number
  visited: string[]
}

/** States in which a visit is to come, or has been. */
const STANDS = sql`('asked', 'planned', 'held', 'confirmed')`

/** As the registry, the coverage and the calendars have it on the day, for the term that follows. */
export async function readProblem(
  db: Db,
  orgId: string,
  term: TermSpan,
  day: PlainDate,
): Promise<ProposalProblem> {
  const policies = await policiesAt(db, orgId, day)
  const terms = termsUntil(day, policies.use('studios.coverage_terms').value)
  const need = terms.length * policies.use('studios.visits_a_term').value
  const roomOfTerm = policies.use('studios.visits_to_school_most').value
  const duty = dutyOfTerm(policies.use('studios.outreach_a_year').value)
  const studios = await readStudios(db, orgId, term)
  const schools = await readSchools(db, orgId, term, day, {
    counted: countedVisits(terms, policies.use('studios.use_share_least').value),
  })
  const places = await placesOf(db, [...studios.map((one) => one.schoolId), ...schools.map(({ id }) => id)])
  const taught = await subjectsTaught(
    db,
    schools.map(({ id }) => id),
    day,
  )
  return {
    studios: studios.map(({ ahead, ...one }) => ({
      ...one,
      place: places.get(one.schoolId) ?? null,
      left: Math.max(duty - ahead, 0),
    })),
    schools: schools.map(
      ({ got, ahead, ...one }): NeedySchool => ({
        ...{ ...one, place: places.get(one.id) ?? null, taught: [...(taught.get(one.id) ?? [])] },
        ...{ missing: Math.max(need - got - ahead, 0), room: Math.max(roomOfTerm - ahead, 0) },
      }),
    ),
    ...{ goals: goalsOf(policies), travelMost: policies.use('studios.travel_most').value },
  }
}

/** Those that stand on the first day of the term, with the outreach that they have in it already. */
function readStudios(db: Db, orgId: string, { from, to }: TermSpan): Promise<StudioRow[]> {
  return db.$queryRaw<StudioRow[]>`
    select t.id, t.stage, t.subject, t.school_id as "schoolId", s.county_id as "countyId",
      (select count(*)::int from studio_activity a where a.studio_id = t.id and a.kind = 'outreach' and a.state in ${STANDS}
        and a.starts_at >= ${midnightOf(from)} and a.starts_at < ${midnightOf(to)}) as ahead
    from studio t join organisation s on s.id = t.school_id
    where t.org_id = ${orgId}::uuid and t.dissolved_on is null and t.valid_from <= ${from}::date and ${from}::date < t.valid_to
    order by t.id`
}

/** Visits that stand in the term, and those sent to other studios that their leaders have not refused, are counted as to come. */
function readSchools(
  db: Db,
  orgId: string,
  { from, to, schoolYear, season }: TermSpan,
  day: PlainDate,
  { counted }: { counted: Prisma.Sql },
): Promise<SchoolRow[]> {
  return db.$queryRaw<SchoolRow[]>`
    with counted as (${counted}),
    got as (select host_id, sum(visits)::int as got, array_agg(distinct subject) as subjects from counted group by 1),
    coming as (
      select a.host_id, a.subject from studio_activity a where a.kind = 'outreach' and a.state in ${STANDS}
        and a.starts_at >= ${midnightOf(from)} and a.starts_at < ${midnightOf(to)}
      union all
      select v.school_id, t.subject from studio_proposed_visit v join studio_proposal p on p.id = v.proposal_id
        join studio t on t.id = v.studio_id
      where p.state = 'sent' and p.school_year = ${schoolYear} and p.season = ${season} and v.state = 'proposed'),
    ahead as (select host_id, count(*)::int as ahead, array_agg(distinct subject) as subjects from coming group by 1)
    select o.id, o.stages, o.county_id as "countyId", coalesce(g.got, 0) as got, coalesce(h.ahead, 0) as ahead,
      coalesce(g.subjects, '{}') || coalesce(h.subjects, '{}') as visited
    from organisation o left join got g on g.host_id = o.id left join ahead h on h.host_id = o.id
    where ${needySchools(day)} and o.lineage @> array[${orgId}::uuid] order by o.sort_key, o.id`
}
