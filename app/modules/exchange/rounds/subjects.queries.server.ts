/**
 * What a round means for schools, subject by subject: how many teachers there are, how many are due, how many may leave at most, how
 * many want to, and how many posts are offered. Of a school, or summed over the schools of a place.
 */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { schoolYearStart } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { withStaff } from '../due.sql.server.ts'
import { duePolicies } from '../due-policies.server.ts'
import { type ExchangePolicies, stagesOf } from '../eligibility-policy.ts'
import { peopleInReach, schoolsInReach } from '../reach.sql.server.ts'
import type { RoundRow } from './rounds.queries.server.ts'

export type SubjectRow = {
  stage: string
  subject: string
  teachers: number
  due: number
  /** At most so many may be sent, school by school: the share that may be lost, and the number that must stay. */
  mayLeave: number
  volunteers: number
  offered: number
}

export type SubjectTable = { rows: SubjectRow[]; shareLost: number; minimum: number }

/** Of the reader's own places in the round's county, or of one organisation of them and all below it. */
export async function subjectsOf(
  db: Db,
  actor: Actor,
  round: RoundRow,
  within: string | null,
): Promise<SubjectTable> {
  const policies: ExchangePolicies = await policiesAt(db, round.orgId, schoolYearStart(round.schoolYear))
  const shareLost = policies.use('exchange.share_lost').value
  const minimum = policies.use('exchange.faculty_minimum').value
  const stages = [...stagesOf(policies.use('exchange.stages').value)]
  const { rows: due } = await duePolicies(db, [round.orgId], [round.schoolYear])
  const rows = await db.$queryRaw<SubjectRow[]>`
    ${withStaff(due, await peopleInReach(db, actor, within))},
    faculty as (
      select s.org_id, s.stage, s.subject, count(*) as teachers, count(*) filter (where s.outcome = 'due') as due,
        count(a.person_id) as volunteers
      from staff s
      left join exchange_application a on a.round_id = ${round.id}::uuid and a.person_id = s.person_id
        and a.state = 'submitted'
      where s.is_school and s.staff_category = 'full_time_teacher' and s.stage = any(${stages}::text[])
        and s.subject is not null
      group by s.org_id, s.stage, s.subject
    ),
    sending as (
      select stage, subject, sum(teachers) as teachers, sum(due) as due, sum(volunteers) as volunteers,
        sum(greatest(0, least(floor(teachers * ${shareLost}::float8 + 1e-9), teachers - ${minimum}::int))) as may_leave
      from faculty group by stage, subject
    ),
    offers as (
      select n.stage, n.subject, sum(n.places) as offered
      from exchange_need n join organisation o on o.id = n.org_id
      where n.round_id = ${round.id}::uuid and ${await schoolsInReach(db, actor, within)}
      group by n.stage, n.subject
    )
    select stage, subject, coalesce(s.teachers, 0)::int as teachers, coalesce(s.due, 0)::int as due,
      coalesce(s.may_leave, 0)::int as "mayLeave", coalesce(s.volunteers, 0)::int as volunteers,
      coalesce(f.offered, 0)::int as offered
    from sending s full join offers f using (stage, subject)
    order by stage, subject`
  return { rows, shareLost, minimum }
}
