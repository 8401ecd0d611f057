/** What a judge has before them: blind, as long as the papers are judged; by name once candidates defend them. */
import { schoolsOf } from '#app/modules/registry/index.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { blinded, schoolNames } from '#app/platform/judging/blind.ts'
import { type Conflict, conflictOf } from '#app/platform/judging/scoring.ts'
import { type CohortState, type Phase, phaseOf } from './cohort.ts'

export type Judging = {
  candidateId: string
  cohortId: string
  cohortTitle: string
  /** Its number in the cohort, which says nothing of who it is. */
  number: number
  phase: Phase
  /** Null while it is blind. */
  name: string | null
  schoolName: string | null
  stage: string
  plan: string
  conflict: Conflict | null
  points: number[]
  total: number | null
  comment: string
}

type Row = Omit<Judging, 'phase' | 'name' | 'schoolName' | 'conflict'> & {
  state: CohortState
  personId: string
  name: string
  schoolId: string
  schoolName: string
  places: string[]
  said: Conflict | null
}

/** Of cohorts whose candidates are being scored; the plan of the one that is shown only. */
export async function judgingsOf(
  db: Db,
  judge: { accountId: string; personId: string | null },
  today: PlainDate,
  shownId: string | null = null,
): Promise<Judging[]> {
  const rows = await db.$queryRaw<Row[]>`
    select c.id as "candidateId", h.id as "cohortId", h.title as "cohortTitle", h.state,
      (row_number() over (partition by h.id order by md5(c.id::text)))::int as number, c.stage,
      case when c.id::text = ${shownId ?? ''} then c.plan else '' end as plan, c.person_id as "personId", p.name,
      c.school_id as "schoolId", s.name as "schoolName",
      array(select o.name from organisation o where o.id = any(s.lineage) and o.id <> s.id order by cardinality(o.lineage)) as places,
      g.conflict as said, coalesce(g.points, '{}') as points, g.total, coalesce(g.comment, '') as comment
    from principal_judge j join principal_cohort h on h.id = j.cohort_id and h.state in ('scoring', 'defence')
    join principal_candidate c on c.cohort_id = h.id and c.state = 'recommended'
    join person p on p.id = c.person_id join organisation s on s.id = c.school_id
    left join principal_score g on g.candidate_id = c.id and g.account_id = j.account_id
      and g.phase = case h.state when 'scoring' then 'blind' else 'defence' end
    where j.account_id = ${judge.accountId}::uuid order by h.opens_on desc, h.id, number`
  const schoolIds = await schoolsOf(db, judge.personId, today)
  return rows.flatMap(({ state, personId, name, schoolId, schoolName, places, said, ...row }): Judging[] => {
    const phase = phaseOf(state)
    if (!phase) return []
    const conflict = conflictOf({ personId: judge.personId, schoolIds }, { personId, schoolId }) ?? said
    if (phase === 'defence') return [{ ...row, phase, conflict, name, schoolName }]
    const plan = blinded(row.plan, [name, ...schoolNames(schoolName, places)])
    return [{ ...row, phase, conflict, name: null, schoolName: null, plan }]
  })
}

/** How many wait for the judge's points, and of which cohort. */
export async function waitingFor(
  db: Db,
  judge: { accountId: string; personId: string | null },
  today: PlainDate,
): Promise<{ count: number; title: string } | null> {
  const schoolIds = await schoolsOf(db, judge.personId, today)
  const [found] = await db.$queryRaw<{ count: number; title: string | null }[]>`
    select count(*)::int as count, min(h.title) as title
    from principal_judge j join principal_cohort h on h.id = j.cohort_id and h.state in ('scoring', 'defence')
    join principal_candidate c on c.cohort_id = h.id and c.state = 'recommended'
    where j.account_id = ${judge.accountId}::uuid and c.person_id is distinct from ${judge.personId}::uuid
      and c.school_id <> all(${schoolIds}::uuid[]) and not exists (
        select from principal_score g where g.candidate_id = c.id and g.account_id = j.account_id
          and g.phase = case h.state when 'scoring' then 'blind' else 'defence' end)`
  return found?.title ? { count: found.count, title: found.title } : null
}
