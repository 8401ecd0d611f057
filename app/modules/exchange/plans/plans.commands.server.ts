/** A plan is asked for, solved in the background, and can be cancelled. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import { newId } from '#app/platform/ids.ts'
import { enqueue } from '#app/platform/jobs/jobs.server.ts'
import { canRunRound } from '../access.ts'
import { lockRound, type RoundRow } from '../rounds/rounds.queries.server.ts'
import { isRunning, type PlanRefusal } from './plan.ts'

export const PLAN_JOB = 'exchange-plan'

export type PlanOutcome = Outcome<{ id: string }, PlanRefusal>

const refuse: Refuse<PlanRefusal> = refuseAct

/** Asks for a plan; one of a round is solved at a time. The pins and bans of the plan before it hold on. */
export function requestPlan(
  db: PrismaClient,
  actor: Actor,
  asked: { roundId: string } & Keyed,
): Promise<PlanOutcome> {
  return perform(db, actor, {
    name: 'requestPlan',
    input: asked,
    async lock(tx) {
      const round = await runnable(tx, actor, asked.roundId)
      if (round.state !== 'matching') refuse('wrong_state')
      if (round.volunteers === 0) refuse('nobody')
      return round
    },
    async write(tx, round) {
      const last = await tx.exchangePlan.findFirst({
        where: { roundId: round.id },
        orderBy: { number: 'desc' },
        include: { rules: true },
      })
      const id = newId()
      const number = (last?.number ?? 0) + 1
      const by = { createdById: actor.accountId, createdByName: actor.displayName }
      await tx.exchangePlan.create({ data: { id, roundId: round.id, number, settings: {}, ...by } })
      const rules = (last?.rules ?? []).map((rule) => ({ ...rule, planId: id }))
      await tx.exchangePlanRule.createMany({ data: rules })
      await enqueue(tx, PLAN_JOB, { planId: id })
      const event = { action: 'plan.requested', organisationId: round.orgId, subject: `plan:${id}` }
      return { done: { id }, events: [{ ...event, after: { number, schoolYear: round.schoolYear } }] }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'solving' : null),
  })
}

/** Ends the solving of a plan at once. */
export function cancelPlan(
  db: PrismaClient,
  actor: Actor,
  asked: { roundId: string; planId: string } & Keyed,
): Promise<PlanOutcome> {
  return perform(db, actor, {
    name: 'cancelPlan',
    input: asked,
    async lock(tx) {
      const round = await runnable(tx, actor, asked.roundId)
      await tx.$queryRaw`select id from exchange_plan where id = ${asked.planId}::uuid for update`
      const plan = await tx.exchangePlan.findFirst({ where: { id: asked.planId, roundId: round.id } })
      if (!plan) refuse('not_found')
      if (!isRunning(plan.state)) refuse('wrong_state')
      return { round, plan }
    },
    async write(tx, { round, plan: { id, number } }) {
      await tx.exchangePlan.update({ where: { id }, data: { state: 'cancelled', finishedAt: new Date() } })
      const event = { action: 'plan.cancelled', organisationId: round.orgId, subject: `plan:${id}` }
      return { done: { id }, events: [{ ...event, after: { number } }] }
    },
  })
}

async function runnable(tx: Db, actor: Actor, roundId: string): Promise<RoundRow> {
  const round = await lockRound(tx, actor, roundId)
  if (!round) refuse('not_found')
  if (!canRunRound(actor, round)) refuse('not_allowed')
  return round
}
