/** A bureau asks for a proposal, cancels it, sends it to the leaders; a leader takes another school, or none. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import { type PlainDate, termOf } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { enqueue } from '#app/platform/jobs/jobs.server.ts'
import { notify } from '#app/platform/notifications/notify.server.ts'
import { termAfter } from '../coverage/coverage.ts'
import { isRunning } from './proposal.ts'

export const PROPOSAL_JOB = 'studio-proposal'

export type ProposalRefusal =
  | 'not_found'
  | 'wrong_state'
  | 'running'
  | 'no_studios'
  | 'nothing_to_send'
  | 'sent_already'
  | 'stale'
  | 'answered'
  | 'school_unknown'
  | 'proposed_already'
  | 'no_note'
type ProposalOutcome = Outcome<{ id: string }, ProposalRefusal>

const refuse: Refuse<ProposalRefusal> = refuseAct

/** For the studios of a bureau and the term after today's; one at a time. */
export function requestProposal(
  db: PrismaClient,
  actor: Actor,
  { orgId, ...wish }: { orgId: string } & Keyed,
  today: PlainDate,
): Promise<ProposalOutcome> {
  return perform(db, actor, {
    name: 'requestProposal',
    input: { orgId, ...wish },
    async lock(tx) {
      await tx.$queryRaw`select id from organisation where id = ${orgId}::uuid for no key update`
      const bureau = await tx.organisation.findUnique({ where: { id: orgId } })
      if (!bureau || !can(actor, 'studios:call', bureau)) return refuse('not_found')
      const running = await tx.studioProposal.count({
        where: { orgId, state: { in: ['queued', 'solving'] } },
      })
      if (running > 0) refuse('running')
      return bureau
    },
    async write(tx) {
      const { schoolYear, season, from } = termAfter(termOf(today))
      const on = toDbDate(from)
      const standing = { orgId, dissolvedOn: null, validFrom: { lte: on }, validTo: { gt: on } }
      if ((await tx.studio.count({ where: standing })) === 0) refuse('no_studios')
      const id = newId()
      const createdByName = actor.displayName
      await tx.studioProposal.create({ data: { id, orgId, schoolYear, season, createdByName } })
      await enqueue(tx, PROPOSAL_JOB, { proposalId: id })
      const about = { organisationId: orgId, subject: `studio_proposal:${id}`, after: { schoolYear, season } }
      return { done: { id }, events: [{ action: 'studio_proposal.requested', ...about }] }
    },
  })
}

/** Ends its solving at once. */
export function cancelProposal(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string } & Keyed,
): Promise<ProposalOutcome> {
  const { id } = wish
  return perform(db, actor, {
    name: 'cancelProposal',
    input: wish,
    async lock(tx) {
      const proposal = await lockProposal(tx, actor, id)
      if (!isRunning(proposal.state)) refuse('wrong_state')
      return proposal
    },
    async write(tx, { orgId }) {
      await tx.studioProposal.update({ where: { id }, data: { state: 'cancelled', finishedAt: new Date() } })
      const about = { organisationId: orgId, subject: `studio_proposal:${id}` }
      return { done: { id }, events: [{ action: 'studio_proposal.cancelled', ...about }] }
    },
  })
}

/** To the leaders, who are told; one a term. */
export function sendProposal(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string } & Keyed,
  today: PlainDate,
): Promise<ProposalOutcome> {
  const { id } = wish
  return perform(db, actor, {
    name: 'sendProposal',
    input: wish,
    async lock(tx) {
      const proposal = await lockProposal(tx, actor, id)
      if (proposal.state !== 'solved') refuse('wrong_state')
      return proposal
    },
    async write(tx, { orgId }) {
      const visits = await tx.studioProposedVisit.groupBy({
        ...{ by: ['studioId'], where: { proposalId: id }, _count: true, orderBy: { studioId: 'asc' } },
      })
      if (visits.length === 0) refuse('nothing_to_send')
      const sent = { state: 'sent', sentAt: new Date(), version: { increment: 1 } }
      await tx.studioProposal.update({ where: { id }, data: sent })
      await tellLeaders(tx, id, today)
      const about = {
        organisationId: orgId,
        subject: `studio_proposal:${id}`,
        after: { studios: visits.length },
      }
      return { done: { id }, events: [{ action: 'studio_proposal.sent', ...about }] }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'sent_already' : null),
  })
}

async function tellLeaders(tx: Db, proposalId: string, day: PlainDate): Promise<void> {
  const rows = await tx.$queryRaw<{ accountId: string; studioId: string; studio: string; count: number }[]>`
    select a.id as "accountId", t.id as "studioId", t.name as studio, count(*)::int as count
    from studio_proposed_visit v join studio t on t.id = v.studio_id
    join studio_member m on m.studio_id = t.id and m.role = 'leader' and m.valid_to > ${day}::date
    join account a on a.person_id = m.person_id and a.disabled_at is null
    where v.proposal_id = ${proposalId}::uuid group by 1, 2, 3`
  await notify(
    tx,
    rows.map(({ accountId, studioId, studio, count }) => ({
      ...{ accountId, topic: 'notice.studio_proposed' as const, values: { studio, count } },
      ...{ href: `/me/studios/${studioId}/proposed`, key: `studios.proposed:${proposalId}` },
    })),
  )
}

export type AnswerProposedWish = {
  id: string
  version: number
  answer: 'move' | 'refuse'
  /** Where the leader goes instead. */
  schoolId: string | null
  note: string
}

/** The leader takes another school, which waits for a date like the first, or none, and says why. To take it is to schedule it. */
export function answerProposed(
  db: PrismaClient,
  actor: Actor,
  wish: AnswerProposedWish & Keyed,
  today: PlainDate,
): Promise<ProposalOutcome> {
  const { id, version, answer, note } = wish
  return perform(db, actor, {
    name: 'answerProposed',
    input: wish,
    async lock(tx) {
      const visit = await lockProposed(tx, actor, id, today)
      if (visit.version !== version) refuse('stale')
      return visit
    },
    async write(tx, visit) {
      const moves = answer === 'move'
      const schoolId = moves ? await otherSchool(tx, wish.schoolId) : visit.schoolId
      if (!moves && note.trim() === '') refuse('no_note')
      const movedFromId = moves ? (visit.movedFromId ?? visit.schoolId) : visit.movedFromId
      const state = moves ? 'proposed' : 'refused'
      await tx.studioProposedVisit.update({
        where: { id },
        data: { schoolId, movedFromId, note, state, version: { increment: 1 }, ...(moves && { km: null }) },
      })
      const about = { organisationId: visit.studio.orgId, subject: `studio_proposed_visit:${id}` }
      const action = moves ? 'studio_proposed_visit.moved' : 'studio_proposed_visit.refused'
      return { done: { id }, events: [{ action, ...about, after: { schoolId, note } }] }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'proposed_already' : null),
  })
}

async function otherSchool(tx: Db, schoolId: string | null): Promise<string> {
  const found = schoolId && (await tx.organisation.findUnique({ where: { id: schoolId } }))
  if (!found || found.closedOn) return refuse('school_unknown')
  return found.id
}

/** A proposed visit that waits for the word of the leader, who the actor is. */
async function lockProposed(tx: Db, actor: Actor, id: string, today: PlainDate) {
  await tx.$queryRaw`select id from studio_proposed_visit where id = ${id}::uuid for update`
  const visit = await tx.studioProposedVisit.findUnique({
    where: { id },
    include: { studio: { include: { members: { where: { role: 'leader' } } } }, proposal: true },
  })
  const leads = visit?.studio.members.some(
    ({ personId, validTo }) => personId === actor.personId && validTo > toDbDate(today),
  )
  if (!visit || !leads || visit.proposal.state !== 'sent') return refuse('not_found')
  if (visit.state !== 'proposed') refuse('answered')
  return visit
}

async function lockProposal(tx: Db, actor: Actor, id: string) {
  await tx.$queryRaw`select id from studio_proposal where id = ${id}::uuid for update`
  const proposal = await tx.studioProposal.findUnique({ where: { id }, include: { org: true } })
  if (!proposal || !can(actor, 'studios:call', proposal.org)) return refuse('not_found')
  return proposal
}
