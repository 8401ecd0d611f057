/** A head's application to a cohort, and the county's word on it. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { type CohortState, stageOf } from './cohort.ts'
import { candidacyOf } from './facts.server.ts'
import { tellCandidate } from './tell.server.ts'

export type CandidateRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'not_open'
  | 'no_school'
  | 'conditions'
  | 'nominated'
  | 'stale'
  | 'wrong_state'
  | 'quota'
  | 'no_note'
  | 'closed'
type CandidateOutcome = Outcome<{ id: string }, CandidateRefusal>

const refuse: Refuse<CandidateRefusal> = refuseAct

export type ApplyWish = { cohortId: string; version: number; plan: string }

/** While the call is open, or anew while the county has returned it: the conditions are decided as they are today, and kept with it. */
export function applyForCohort(
  db: PrismaClient,
  actor: Actor,
  wish: ApplyWish & Keyed,
  today: PlainDate,
): Promise<CandidateOutcome> {
  const { cohortId, version, plan } = wish
  return perform(db, actor, {
    name: 'applyForCohort',
    input: wish,
    lock: (tx) => lockOwn(tx, actor, cohortId, today),
    async write(tx, { cohort, own, isOpen, personId }) {
      if ((own?.version ?? 0) !== version) refuse('stale')
      if (!isOpen && own?.state !== 'returned') refuse('not_open')
      if (own && !['sent', 'returned', 'withdrawn'].includes(own.state)) refuse('wrong_state')
      const cycle = { from: fromDbDate(cohort.cycleFrom), to: fromDbDate(cohort.cycleTo) }
      const { decision, standing } = await candidacyOf(tx, personId, { orgId: cohort.orgId, cycle }, today)
      if (!standing) return refuse('no_school')
      if (decision.outcome !== 'may') refuse('conditions')
      const id = own?.id ?? newId()
      const { headSince, ...place } = standing
      const data = {
        ...place,
        headSince: toDbDate(headSince),
        plan,
        decision,
        state: 'sent',
        note: '',
        sentAt: new Date(),
      }
      if (own)
        await tx.principalCandidate.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
      else await tx.principalCandidate.create({ data: { id, cohortId, personId, ...data } })
      const after = { cohortId, schoolId: place.schoolId }
      return { done: { id }, events: [candidateEvent('sent', { id, personId, ...place }, after)] }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'nominated' : null),
  })
}

/** Taken back as long as the county has not recommended it. */
export function withdrawCandidacy(
  db: PrismaClient,
  actor: Actor,
  wish: { cohortId: string; version: number } & Keyed,
  today: PlainDate,
): Promise<CandidateOutcome> {
  return perform(db, actor, {
    name: 'withdrawCandidacy',
    input: wish,
    lock: (tx) => lockOwn(tx, actor, wish.cohortId, today),
    async write(tx, { own, personId }) {
      if (!own) return refuse('not_found')
      if (own.version !== wish.version) refuse('stale')
      if (!['sent', 'returned'].includes(own.state)) refuse('wrong_state')
      const { id, schoolId } = own
      await tx.principalCandidate.update({
        where: { id },
        data: { state: 'withdrawn', version: { increment: 1 } },
      })
      return { done: { id }, events: [candidateEvent('withdrawn', { id, personId, schoolId }, {})] }
    },
  })
}

/** The cohort, and the actor's own candidacy where there is one. */
async function lockOwn(tx: Db, actor: Actor, cohortId: string, today: PlainDate) {
  const { personId } = actor
  if (!personId) return refuse('not_found')
  await tx.$queryRaw`select id from principal_cohort where id = ${cohortId}::uuid for share`
  const cohort = await tx.principalCohort.findUnique({ where: { id: cohortId } })
  if (!cohort) return refuse('not_found')
  const days = { opensOn: fromDbDate(cohort.opensOn), closesOn: fromDbDate(cohort.closesOn) }
  const stage = stageOf(
    { ...days, cycleTo: fromDbDate(cohort.cycleTo), state: cohort.state as CohortState },
    today,
  )
  if (stage !== 'open' && stage !== 'closed') refuse('not_open')
  const own = await tx.principalCandidate.findUnique({ where: { cohortId_personId: { cohortId, personId } } })
  return { cohort, own, personId, isOpen: stage === 'open' }
}

export type CountyAnswer = 'recommended' | 'returned' | 'passed_over'

/** The county vouches for and recommends no more than its share; sends back for correction, or passes over, with a reason. */
export function answerCandidate(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string; version: number; answer: CountyAnswer; note: string } & Keyed,
  today: PlainDate,
): Promise<CandidateOutcome> {
  const { id, version, answer, note } = wish
  return perform(db, actor, {
    name: 'answerCandidate',
    input: wish,
    async lock(tx) {
      const known = (await tx.principalCandidate.findUnique({ where: { id } })) ?? refuse('not_found')
      // One recommendation of a county after the other: its share is counted.
      await tx.$queryRaw`select id from principal_cohort where id = ${known.cohortId}::uuid for update`
      const candidate = await tx.principalCandidate.findUniqueOrThrow({
        where: { id },
        include: { cohort: { include: { shares: true } }, county: { select: { lineage: true } } },
      })
      if (!can(actor, 'principals:recommend', candidate.county)) return refuse('not_found')
      if (candidate.personId === actor.personId) refuse('not_allowed')
      if (candidate.version !== version) refuse('stale')
      if (candidate.cohort.state !== 'open') refuse('closed')
      if (!['sent', 'recommended'].includes(candidate.state) || candidate.state === answer)
        refuse('wrong_state')
      return candidate
    },
    async write(tx, { cohort, cohortId, countyId, personId, schoolId }) {
      if (answer !== 'recommended' && note === '') refuse('no_note')
      if (answer === 'recommended') {
        const most = await quotaOf(tx, cohort, countyId, today)
        const taken = await tx.principalCandidate.count({
          where: { cohortId, countyId, state: 'recommended' },
        })
        if (taken >= most) refuse('quota', { most })
      }
      await tx.principalCandidate.update({
        where: { id },
        data: { state: answer, note, version: { increment: 1 } },
      })
      const about = { id, personId, schoolId }
      await tellCandidate(tx, `notice.principal_${answer}`, { ...about, cohort, version })
      return { done: { id }, events: [candidateEvent(answer, about, { note })] }
    },
  })
}

type Shared = {
  id: string
  orgId: string
  places: number
  shares: readonly { kind: string; code: string; places: number }[]
}

/** What the cohort says of the county, or else so many times all places as is set. */
export async function quotaOf(tx: Db, cohort: Shared, countyId: string, today: PlainDate): Promise<number> {
  const said = cohort.shares.find(({ kind, code }) => kind === 'county' && code === countyId)
  if (said) return said.places
  const { value: factor } = (await policiesAt(tx, cohort.orgId, today)).use('principals.recommend_factor')
  return Math.ceil(factor * cohort.places)
}

type About = { id: string; personId: string; schoolId: string }

export function candidateEvent(
  what: string,
  { id, personId, schoolId: organisationId }: About,
  after: Readonly<Record<string, string | number>>,
): AuditEvent {
  return {
    action: `principal_candidate.${what}`,
    organisationId,
    personId,
    subject: `principal_candidate:${id}`,
    after,
  }
}
