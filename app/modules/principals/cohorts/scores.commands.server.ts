/** A judge's points for a candidate: blind on the papers, then on the defence. On `platform/acts`. */
import { schoolsOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { type Conflict, conflictOf } from '#app/platform/judging/scoring.ts'
import { type CohortState, phaseOf } from './cohort.ts'

export type ScoreRefusal = 'not_found' | 'not_scoring' | 'conflict' | 'half_form' | 'out_of_range'
const refuse: Refuse<ScoreRefusal> = refuseAct

export type ScoreWish = {
  candidateId: string
  /** Hundredths, in the order of the phase's indicators; none where the judge declares a tie. */
  points: readonly (number | null)[]
  declares: boolean
  comment: string
}

/** It is said anew as long as the phase runs; of one judge, candidate and phase there is one. */
export function scoreCandidate(
  db: PrismaClient,
  actor: Actor,
  wish: ScoreWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ conflict: Conflict | null }, ScoreRefusal>> {
  const { candidateId, declares, comment } = wish
  return perform(db, actor, {
    name: 'scoreCandidate',
    input: wish,
    async lock(tx) {
      // The phase does not end while somebody scores.
      await tx.$queryRaw`
        select h.id from principal_cohort h join principal_candidate c on c.cohort_id = h.id
        where c.id = ${candidateId}::uuid for share of h`
      const candidate = await tx.principalCandidate.findUnique({
        where: { id: candidateId },
        include: { cohort: { include: { indicators: { orderBy: { position: 'asc' } } } } },
      })
      const { accountId } = actor
      if (candidate?.state !== 'recommended' || !accountId) return refuse('not_found')
      const { cohortId, cohort } = candidate
      const judge = await tx.principalJudge.findUnique({
        where: { cohortId_accountId: { cohortId, accountId } },
      })
      if (!judge) return refuse('not_found')
      const phase = phaseOf(cohort.state as CohortState) ?? refuse('not_scoring')
      return { candidate, cohort, accountId, phase }
    },
    async write(tx, { candidate, cohort, accountId, phase }) {
      const schoolIds = await schoolsOf(tx, actor.personId, today)
      const found = conflictOf({ personId: actor.personId, schoolIds }, candidate)
      if (found && !declares) refuse('conflict')
      const most = cohort.indicators.filter((one) => one.phase === phase).map((one) => one.points * 100)
      const points = declares ? [] : wholeForm(wish.points, most)
      const total = declares ? null : points.reduce((sum, one) => sum + one, 0)
      const conflict = declares ? (found ?? 'declared') : null
      const said = { points: [...points], total, conflict, comment, at: new Date() }
      await tx.principalScore.upsert({
        where: { candidateId_accountId_phase: { candidateId, accountId, phase } },
        create: { candidateId, accountId, phase, cohortId: cohort.id, ...said },
        update: said,
      })
      const event = {
        ...{ action: 'principal_score.given', organisationId: cohort.orgId },
        ...{ subject: `principal_candidate:${candidateId}`, after: { phase, conflict } },
      }
      return { done: { conflict }, events: [event] }
    },
  })
}

/** Every indicator's points, within its range. */
function wholeForm(given: readonly (number | null)[], most: readonly number[]): number[] {
  const points = given.flatMap((one) => one ?? [])
  if (points.length !== most.length || given.length !== most.length) return refuse('half_form')
  if (points.some((one, at) => !Number.isInteger(one) || one < 0 || one > (most[at] ?? 0)))
    refuse('out_of_range')
  return points
}
