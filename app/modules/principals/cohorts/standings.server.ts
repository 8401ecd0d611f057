/** The candidates of a cohort as its scores rank them, and the list that would be drawn from it. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { Share } from './cohort.ts'
import { type Listed, listOf } from './list.ts'
import { driftOf, type Judged, type Ranked, ranked } from './ranking.ts'

/** Means in hundredths of a point, the total in ten-thousandths. */
export type Standing = Omit<Listed, 'isProposed'> & {
  position: number
  personId: string
  name: string
  blind: number
  defence: number
  total: number
}

type Cohort = {
  id: string
  orgId: string
  places: number
  blindShare: number
  shares: readonly { kind: string; code: string; places: number }[]
}

type Row = Omit<Judged, 'id'> & {
  id: string
  personId: string
  name: string
  stage: string
  isRural: boolean
}

/** Those who can be on the list: recommended, and not left out. */
function candidatesOf(tx: Db, cohortId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select c.id, c.person_id as "personId", p.name, c.stage, c.is_rural as "isRural", c.head_since::text as "headSince",
      coalesce(s.blind, '{}') as blind, coalesce(s.defence, '{}') as defence
    from principal_candidate c join person p on p.id = c.person_id
    left join (select candidate_id,
        array_agg(total) filter (where phase = 'blind') as blind,
        array_agg(total) filter (where phase = 'defence') as defence
      from principal_score where cohort_id = ${cohortId}::uuid and total is not null group by 1) s on s.candidate_id = c.id
    where c.cohort_id = ${cohortId}::uuid and c.state = 'recommended' order by c.id`
}

export async function rankingOf(
  tx: Db,
  cohort: Cohort,
  today: PlainDate,
): Promise<{ rows: ReadonlyMap<string, Row>; order: Ranked[] }> {
  const rows = await candidatesOf(tx, cohort.id)
  const policies = await policiesAt(tx, cohort.orgId, today)
  const order = ranked(rows, {
    blindShare: cohort.blindShare,
    least: policies.use('principals.judges_least').value,
    trim: policies.use('principals.trim_each_side').value,
  })
  return { rows: new Map(rows.map((one) => [one.id, one])), order }
}

/** The list as it would be drawn now, in its order: whoever has all scores. */
export async function standingsOf(tx: Db, cohort: Cohort, today: PlainDate): Promise<Standing[]> {
  const { rows, order } = await rankingOf(tx, cohort, today)
  const whole = order.flatMap((one) => {
    const row = rows.get(one.id)
    const { blind, defence, total } = one
    if (!row || total === null || blind.state !== 'scored' || defence.state !== 'scored') return []
    return [{ ...row, blind: blind.mean, defence: defence.mean, total }]
  })
  const byId = new Map(whole.map((one) => [one.id, one]))
  return listOf(whole, cohort.places, cohort.shares as readonly Share[]).flatMap(({ id, rank, by }, at) => {
    const one = byId.get(id)
    if (!one) return []
    const { personId, name, blind, defence, total } = one
    return [{ id, rank, by, position: at + 1, personId, name, blind, defence, total }]
  })
}

export type JudgeRow = { id: string; name: string; given: number; conflicts: number; apart: number | null }

/** Who judges the cohort, how much they have given in the phase, and how far they are from the others. */
export async function judgesOf(tx: Db, cohortId: string, phase: 'blind' | 'defence'): Promise<JudgeRow[]> {
  const judges = await tx.$queryRaw<{ id: string; name: string }[]>`
    select a.id, a.display_name as name from principal_judge j join account a on a.id = j.account_id
    where j.cohort_id = ${cohortId}::uuid order by a.display_name, a.id`
  const scores = await tx.$queryRaw<{ judge: string; candidate: string; points: number | null }[]>`
    select account_id as judge, candidate_id as candidate, total as points from principal_score
    where cohort_id = ${cohortId}::uuid and phase = ${phase}`
  const drift = new Map(
    driftOf(scores.flatMap((one) => (one.points === null ? [] : [{ ...one, points: one.points }]))).map(
      (one) => [one.judge, one],
    ),
  )
  return judges.map(({ id, name }) => ({
    ...{ id, name, given: drift.get(id)?.given ?? 0, apart: drift.get(id)?.apart ?? null },
    conflicts: scores.filter((one) => one.judge === id && one.points === null).length,
  }))
}
