/** A plan is chosen and sent on its way; another may take its place while it is, and then the way begins again. */
import { createHash } from 'node:crypto'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { contentChanged, openAndSend, sendIn } from '#app/platform/approvals/cases.commands.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { canRunRound } from '../access.ts'
import { lockRound, type RoundRow } from '../rounds/rounds.queries.server.ts'
import { PLAN_PROCESS, subjectOf } from './approval.ts'
import type { PlanRefusal } from './plan.ts'
import type { PlanOutcome } from './plans.commands.server.ts'

const refuse: Refuse<PlanRefusal> = refuseAct

/**
 * Sends a solved plan to be approved; the same plan again after it was returned. Where another is on its way, this one takes its
 * place in the same case: its approvals, or its public notice, begin anew.
 */
export function submitPlan(
  db: PrismaClient,
  actor: Actor,
  asked: { roundId: string; planId: string } & Keyed,
  today: PlainDate,
): Promise<PlanOutcome> {
  return perform(db, actor, {
    name: 'submitPlan',
    input: asked,
    async lock(tx) {
      // The case before the round, as whoever decides it holds them.
      await tx.$queryRaw`
        select id from approval_case where process = ${PLAN_PROCESS} and subject = ${subjectOf(asked.roundId)}
          and decided_at is null for update`
      const round = await lockRound(tx, actor, asked.roundId)
      if (!round) refuse('not_found')
      if (!canRunRound(actor, round)) refuse('not_allowed')
      const plan = await tx.exchangePlan.findFirst({ where: { id: asked.planId, roundId: round.id } })
      if (!plan) refuse('not_found')
      const open = await caseOf(tx, round.id)
      const isSentAgain = plan.state === 'submitted' && open?.state === 'returned'
      if (round.state !== 'matching' || (plan.state !== 'solved' && !isSentAgain)) refuse('wrong_state')
      const placed = await tx.exchangePlacement.findMany({
        where: { planId: plan.id },
        select: { personId: true, needId: true },
        orderBy: { personId: 'asc' },
      })
      if (placed.length === 0) refuse('nobody_placed')
      return { round, plan, placed, open }
    },
    async write(tx, { round, plan, placed, open }) {
      await tx.exchangePlan.updateMany({
        where: { roundId: round.id, state: 'submitted' },
        data: { state: 'solved' },
      })
      await tx.exchangePlan.update({ where: { id: plan.id }, data: { state: 'submitted' } })
      const wish = wishOf(round, placed)
      const events = open
        ? [
            ...(await contentChanged(tx, actor, wish, today)),
            ...(open.state === 'returned' ? await sendIn(tx, actor, open.id, today) : []),
          ]
        : await openAndSend(tx, actor, wish, today)
      const about = { organisationId: round.orgId, subject: `plan:${plan.id}` }
      const after = { number: plan.number, placed: placed.length }
      return { done: { id: plan.id }, events: [{ action: 'plan.submitted', ...about, after }, ...events] }
    },
  })
}

/** The case of a round's plan that is not decided yet. */
export function caseOf(db: Db, roundId: string) {
  return db.approvalCase.findFirst({
    where: { process: PLAN_PROCESS, subject: subjectOf(roundId), decidedAt: null },
    select: { id: true, state: true },
  })
}

function wishOf(round: RoundRow, placed: readonly { personId: string; needId: string }[]) {
  const content = placed.map(({ personId, needId }) => `${personId} ${needId}`).join('\n')
  return {
    process: PLAN_PROCESS,
    subject: subjectOf(round.id),
    title: `${round.orgName} ${round.schoolYear}–${round.schoolYear + 1} 学年教师交流轮岗人员名单`,
    organisationId: round.orgId,
    contentHash: createHash('sha256').update(content).digest('hex'),
    parties: placed.map(({ personId }) => ({ personId, relation: 'concerned' as const })),
  }
}
