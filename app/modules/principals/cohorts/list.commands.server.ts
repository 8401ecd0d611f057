/** The list of a cohort is drawn from the scores and sent for approval; while it is returned, it can be drawn anew. On `platform/acts`. */
import { createHash } from 'node:crypto'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { contentChanged, openAndSend, sendIn } from '#app/platform/approvals/cases.commands.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { cohortEvent, lockCohort, type Versioned } from './cohorts.commands.server.ts'
import { candidacyOf } from './facts.server.ts'
import { LIST_PROCESS, subjectOf } from './naming.ts'
import { type Standing, standingsOf } from './standings.server.ts'

export type ListRefusal = 'not_found' | 'stale' | 'wrong_state' | 'nobody_scored' | 'conditions_lost'
const refuse: Refuse<ListRefusal> = refuseAct

/** Whoever has all scores is on it; each proposed one meets the conditions still. */
export function drawList(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string }, ListRefusal>> {
  const { id } = wish
  return perform(db, actor, {
    name: 'drawList',
    input: wish,
    async lock(tx) {
      // The case before the cohort, as whoever decides it holds them.
      await tx.$queryRaw`
        select id from approval_case where process = ${LIST_PROCESS} and subject = ${subjectOf(id)}
          and decided_at is null for update`
      const cohort = await lockCohort(tx, actor, wish)
      const open = await tx.approvalCase.findFirst({
        where: { process: LIST_PROCESS, subject: subjectOf(id), decidedAt: null },
        select: { id: true, state: true },
      })
      const isAgain = cohort.state === 'proposed' && open?.state === 'returned'
      if (cohort.state !== 'defence' && !isAgain) refuse('wrong_state')
      return { cohort, open }
    },
    async write(tx, { cohort, open }) {
      const standings = await standingsOf(tx, cohort, today)
      if (standings.length === 0) refuse('nobody_scored')
      const proposed = standings.slice(0, cohort.places)
      await checkConditions(tx, cohort, proposed, today)
      await keepPositions(tx, id, standings)
      await tx.principalCohort.update({
        where: { id },
        data: { state: 'proposed', version: { increment: 1 } },
      })
      const content = standings.map((one) => `${one.position} ${one.id} ${one.total}`).join('\n')
      const case_ = {
        ...{
          process: LIST_PROCESS,
          subject: subjectOf(id),
          title: cohort.title,
          organisationId: cohort.orgId,
        },
        contentHash: createHash('sha256').update(content).digest('hex'),
        parties: proposed.map(({ personId }) => ({ personId, relation: 'concerned' as const })),
      }
      const events = open
        ? [...(await contentChanged(tx, actor, case_, today)), ...(await sendIn(tx, actor, open.id, today))]
        : await openAndSend(tx, actor, case_, today)
      const event = cohortEvent('principal_cohort.list_drawn', cohort, {
        names: proposed.map(({ name }) => name),
      })
      return { done: { id }, events: [event, ...events] }
    },
  })
}

type Cohort = Awaited<ReturnType<typeof lockCohort>>

async function checkConditions(tx: Db, cohort: Cohort, proposed: readonly Standing[], today: PlainDate) {
  const cycle = { from: fromDbDate(cohort.cycleFrom), to: fromDbDate(cohort.cycleTo) }
  for (const { personId, name } of proposed) {
    const { decision, standing } = await candidacyOf(tx, personId, { orgId: cohort.orgId, cycle }, today)
    if (!standing || decision.outcome !== 'may') refuse('conditions_lost', { name })
  }
}

/** Written at once; who is not on it any more has none. */
async function keepPositions(tx: Db, cohortId: string, standings: readonly Standing[]): Promise<void> {
  await tx.$executeRaw`update principal_candidate set position = null, why = null where cohort_id = ${cohortId}::uuid`
  const rows = standings.map(({ id, position, rank, by, blind, defence, total }) => ({
    ...{ id, position, why: { rank, by, blind, defence, total } },
  }))
  await tx.$executeRaw`
    update principal_candidate c set position = r.position, why = r.why
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, position int, why jsonb) where c.id = r.id`
}
