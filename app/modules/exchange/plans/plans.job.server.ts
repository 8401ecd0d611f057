/** Solves plans that were asked for, tells how far it is, and marks those whose solver was lost. */
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { log } from '#app/platform/log.server.ts'
import type { MatchingAnswer } from '../matching/answer.ts'
import { runMatching } from '../matching/match.server.ts'
import type { MatchingProblem } from '../matching/problem.ts'
import { isRunning, SILENT_SECONDS, searchSecondsOf } from './plan.ts'
import { readProblem, roundPolicies } from './problem.sql.server.ts'
import { unplacedOf } from './unplaced.ts'

const house = { accountId: null, displayName: 'Shizi' }
const LISTEN_MS = 1_000

export async function workOnPlan({ planId = '' }: Record<string, string>): Promise<void> {
  const { db } = await database()
  await solvePlan(db, planId)
}

/** From queued to solved; a plan that was cancelled meanwhile stays so, and its thread ends at once. */
export async function solvePlan(db: PrismaClient, planId: string): Promise<void> {
  const began = { state: 'solving', startedAt: new Date(), heardAt: new Date() }
  const { count } = await db.exchangePlan.updateMany({ where: { id: planId, state: 'queued' }, data: began })
  if (count === 0) return
  const plan = await db.exchangePlan.findUniqueOrThrow({ where: { id: planId }, include: { round: true } })
  const cancelled = new AbortController()
  let told: { phase?: string; gap?: number | null } = {}
  const timer = setInterval(() => {
    void listen(db, planId, told).then((isWanted) => {
      if (!isWanted) cancelled.abort(new Error('cancelled'))
    })
  }, LISTEN_MS)
  try {
    const policies = await roundPolicies(db, plan.round)
    const problem = await readProblem(db, plan.round, planId, policies)
    const answer = await runMatching(problem, {
      searchSeconds: searchSecondsOf(policies),
      signal: cancelled.signal,
      report: ({ phase, gap }) => {
        told = { phase, gap }
      },
    })
    await keep(db, plan, problem, answer)
  } catch (error) {
    if (cancelled.signal.aborted) return
    log.error({ error, planId }, 'a plan failed')
    await db.exchangePlan.updateMany({
      where: { id: planId, state: 'solving' },
      data: { state: 'failed', finishedAt: new Date() },
    })
  } finally {
    clearInterval(timer)
  }
}

/** Writes that the solver lives and what it is at; whether the plan is still wanted. */
async function listen(db: PrismaClient, id: string, told: { phase?: string; gap?: number | null }) {
  const data = { heardAt: new Date(), ...told }
  const { count } = await db.exchangePlan.updateMany({ where: { id, state: 'solving' }, data })
  return count > 0
}

type Plan = { id: string; number: number; round: { orgId: string } }

/** The answer with every placement and every reason, in one transaction. */
async function keep(
  db: PrismaClient,
  plan: Plan,
  problem: MatchingProblem,
  answer: MatchingAnswer,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from exchange_plan where id = ${plan.id}::uuid for update`
    const now = await tx.exchangePlan.findUniqueOrThrow({ where: { id: plan.id } })
    if (!isRunning(now.state)) return
    const placements = answer.status === 'solved' ? answer.placements : []
    const { placements: _, ...result } = { placements, ...answer }
    const settings = { goals: problem.goals, limits: problem.limits }
    await tx.exchangePlan.update({
      where: { id: plan.id },
      data: { state: answer.status, result, settings, phase: null, finishedAt: new Date() },
    })
    await tx.exchangePlacement.createMany({
      data: placements.map(({ teacherId: personId, needId, rank, km }) => ({
        ...{ planId: plan.id, personId, needId, rank },
        why: { km },
      })),
    })
    const unplaced = answer.status === 'solved' ? unplacedOf(problem, placements) : []
    await tx.exchangeUnplaced.createMany({
      data: unplaced.map(({ teacherId: personId, why }) => ({ planId: plan.id, personId, why })),
    })
    const event = { action: 'plan.solved', organisationId: plan.round.orgId, subject: `plan:${plan.id}` }
    const after = { number: plan.number, outcome: answer.status, placed: placements.length }
    await appendAudit(tx, house, [{ ...event, after: { ...after, unplaced: unplaced.length } }])
  })
}

/** Plans whose solver died with its process. */
export async function sweepPlans(): Promise<void> {
  const { db } = await database()
  const silent = new Date(Date.now() - SILENT_SECONDS * 1000)
  await db.exchangePlan.updateMany({
    where: { state: 'solving', heardAt: { lt: silent } },
    data: { state: 'failed', finishedAt: new Date() },
  })
}
