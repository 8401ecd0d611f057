/** The best applications are proposed; while their approval is returned, others can take their place. All on `platform/acts`. */
import { createHash } from 'node:crypto'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { contentChanged, openAndSend, sendIn } from '#app/platform/approvals/cases.commands.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { scoreOf } from '#app/platform/judging/scoring.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { lockCall, type Versioned } from './calls.commands.server.ts'
import { FOUNDING_PROCESS, subjectOf } from './founding.ts'
import { decisionFor } from './leader-facts.server.ts'

export type ProposalRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'stale'
  | 'wrong_state'
  | 'nobody_chosen'
  | 'too_many'
  | 'too_few_scores'
  | 'conditions_lost'

const refuse: Refuse<ProposalRefusal> = refuseAct

/** Each chosen one has its scores, and meets the conditions still. */
export function proposeStudios(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { applicationIds: readonly string[] } & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string }, ProposalRefusal>> {
  const { id } = wish
  return perform(db, actor, {
    name: 'proposeStudios',
    input: wish,
    async lock(tx) {
      // The case before the call, as whoever decides it holds them.
      await tx.$queryRaw`
        select id from approval_case where process = ${FOUNDING_PROCESS} and subject = ${subjectOf(id)}
          and decided_at is null for update`
      const call = await lockCall(tx, actor, wish)
      const open = await tx.approvalCase.findFirst({
        where: { process: FOUNDING_PROCESS, subject: subjectOf(id), decidedAt: null },
        select: { id: true, state: true },
      })
      const isAgain = call.state === 'proposed' && open?.state === 'returned'
      if (call.state !== 'scoring' && !isAgain) refuse('wrong_state')
      return { call, open }
    },
    async write(tx, { call, open }) {
      const chosen = await chosenOf(tx, call, wish.applicationIds, today)
      const ids = chosen.map((one) => one.id)
      await tx.studioApplication.updateMany({
        where: { callId: id, state: 'proposed' },
        data: { state: 'sent' },
      })
      await tx.studioApplication.updateMany({ where: { id: { in: ids } }, data: { state: 'proposed' } })
      await tx.studioCall.update({ where: { id }, data: { state: 'proposed', version: { increment: 1 } } })
      const case_ = {
        ...{
          process: FOUNDING_PROCESS,
          subject: subjectOf(id),
          title: call.title,
          organisationId: call.orgId,
        },
        contentHash: createHash('sha256')
          .update([...ids].sort().join('\n'))
          .digest('hex'),
        parties: chosen.map(({ personId }) => ({ personId, relation: 'concerned' as const })),
      }
      const events = open
        ? [...(await contentChanged(tx, actor, case_, today)), ...(await sendIn(tx, actor, open.id, today))]
        : await openAndSend(tx, actor, case_, today)
      const after = { names: chosen.map(({ person }) => person.name) }
      const event = {
        action: 'studio_call.proposed',
        organisationId: call.orgId,
        subject: subjectOf(id),
        after,
      }
      return { done: { id }, events: [event, ...events] }
    },
  })
}

async function chosenOf(
  tx: Db,
  call: Awaited<ReturnType<typeof lockCall>>,
  applicationIds: readonly string[],
  today: PlainDate,
) {
  if (applicationIds.length === 0) refuse('nobody_chosen')
  if (applicationIds.length > call.places) refuse('too_many', { places: call.places })
  const chosen = await tx.studioApplication.findMany({
    where: { id: { in: [...applicationIds] }, callId: call.id, state: { in: ['sent', 'proposed'] } },
    include: { person: { select: { name: true } }, scores: { select: { points: true } } },
    orderBy: { id: 'asc' },
  })
  if (chosen.length < new Set(applicationIds).size) refuse('not_found')
  const policies = await policiesAt(tx, call.orgId, today)
  const least = policies.use('studios.experts_least').value
  const trim = policies.use('studios.trim_each_side').value
  for (const { personId, person, scores } of chosen) {
    const points = scores.flatMap((one) => one.points ?? [])
    if (scoreOf(points, least, trim).state === 'too_few')
      refuse('too_few_scores', { name: person.name, least })
    const { decision } = await decisionFor(tx, personId, today, fromDbDate(call.termFrom))
    if (decision.outcome !== 'may') refuse('conditions_lost', { name: person.name })
  }
  return chosen
}
