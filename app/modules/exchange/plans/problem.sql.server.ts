/** A round as the matching takes it: volunteers with points and wishes, posts, and the faculties they would leave. */

import { isRural } from '#app/modules/registry/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { withStaff } from '../due.sql.server.ts'
import { duePolicies } from '../due-policies.server.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import type { Faculty, MatchingProblem, Need, Pair, Ruling, Teacher } from '../matching/problem.ts'
import { isDesignated } from '../rounds/needs.queries.server.ts'
import { goalsOf } from './plan.ts'

const { sql } = Prisma

type Round = { id: string; orgId: string; schoolYear: number }

/** The settings by which a round is matched: those of its school year's first day. */
export function roundPolicies(db: Db, { orgId, schoolYear }: Round): Promise<ExchangePolicies> {
  return policiesAt(db, orgId, schoolYearStart(schoolYear))
}

/** `planId` is the plan whose pins and bans hold. Who is exempt or deferred by now is left out. */
export async function readProblem(
  db: Db,
  round: Round,
  planId: string,
  policies: ExchangePolicies,
): Promise<MatchingProblem> {
  const { rows } = await duePolicies(db, [round.orgId], [round.schoolYear])
  const staff = withStaff(rows, sql`true`)
  const teachers = await readTeachers(db, round, staff)
  return {
    teachers,
    needs: await readNeeds(db, round),
    faculties: await readFaculties(db, round, staff),
    pairs: await readPairs(db, round),
    rulings: await readRulings(db, planId),
    limits: {
      shareLost: policies.use('exchange.share_lost').value,
      minimum: policies.use('exchange.faculty_minimum').value,
      nearKm: policies.use('exchange.near_km').value,
    },
    goals: goalsOf(policies),
    places: await readPlaces(db, round),
  }
}

function readTeachers(db: Db, round: Round, staff: Prisma.Sql): Promise<Teacher[]> {
  return db.$queryRaw<Teacher[]>`
    ${staff}
    select s.person_id as id, s.org_id as "homeOrgId", s.stage, s.subject, s.is_backbone as "isBackbone",
      coalesce(a.points, 0) as points, a.accepts_other as "acceptsOther",
      coalesce((select array_agg(p.need_id::text order by p.rank) from exchange_preference p
        where p.application_id = a.id), '{}') as ranked
    from exchange_application a join staff s on s.person_id = a.person_id
    where a.round_id = ${round.id}::uuid and a.state = 'submitted' and s.outcome in ('due', 'not_yet')
      and s.stage is not null and s.subject is not null
    order by a.points desc nulls last, s.sort_key, s.person_id`
}

function readNeeds(db: Db, round: Round): Promise<Need[]> {
  return db.$queryRaw<Need[]>`
    select n.id, n.org_id as "orgId", n.stage, n.subject, n.places,
      ${isRural} as "isRural", ${isDesignated('weak')} as "isWeak",
      ${isDesignated('small')} as "isSmall"
    from exchange_need n join organisation o on o.id = n.org_id
    where n.round_id = ${round.id}::uuid order by o.sort_key, n.id`
}

/** The faculties from which somebody volunteers. */
function readFaculties(db: Db, round: Round, staff: Prisma.Sql): Promise<Faculty[]> {
  return db.$queryRaw<Faculty[]>`
    ${staff}
    select s.org_id as "orgId", s.stage, s.subject, count(*)::int as teachers
    from staff s
    where s.staff_category = 'full_time_teacher' and s.stage is not null and s.subject is not null
    group by s.org_id, s.stage, s.subject
    having bool_or(exists (select from exchange_application a
      where a.round_id = ${round.id}::uuid and a.person_id = s.person_id and a.state = 'submitted'))`
}

/** What two volunteers both wish for. */
function readPairs(db: Db, round: Round): Promise<Pair[]> {
  return db.$queryRaw<Pair[]>`
    select kind, first_id as first, second_id as second from exchange_wish
    where round_id = ${round.id}::uuid and first_agreed and second_agreed order by id`
}

async function readRulings(db: Db, planId: string): Promise<Ruling[]> {
  const rules = await db.exchangePlanRule.findMany({ where: { planId } })
  return rules.map(({ personId, needId, kind }) => ({
    teacherId: personId,
    needId,
    kind: kind as Ruling['kind'],
  }))
}

async function readPlaces(db: Db, round: Round): Promise<MatchingProblem['places']> {
  const found = await db.exchangeSchoolPlace.findMany({
    where: { org: { OR: [{ countyId: round.orgId }, { prefectureId: round.orgId, countyId: null }] } },
  })
  return Object.fromEntries(found.map(({ orgId, latitude, longitude }) => [orgId, { latitude, longitude }]))
}
