/** The city says a cohort of 名校长, names who judges, moves it on, calls it off. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { accountsNamed } from '#app/platform/auth/accounts-named.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import { addYears, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { notify } from '#app/platform/notifications/notify.server.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { type CohortProblem, type CohortState, type CohortWish, cohortProblem, stageOf } from './cohort.ts'
import { moveUp } from './places.commands.server.ts'

export type CohortRefusal =
  | CohortProblem
  | 'not_found'
  | 'not_allowed'
  | 'not_a_bureau'
  | 'stale'
  | 'wrong_state'
  | 'overlaps'
  | 'places_held'
  | 'still_open'
  | 'judge_unknown'
  | 'too_few_judges'
  | 'has_scored'
  | 'nobody_recommended'
  | 'scores_missing'
type CohortOutcome = Outcome<{ id: string }, CohortRefusal>

const refuse: Refuse<CohortRefusal> = refuseAct

export type SaidCohort = CohortWish & {
  orgId: string
  title: string
  about: string
  documentNo: string
  /** Of a hundred: what the blind scores weigh beside the defence. */
  blindShare: number
}

/** Its cycle lasts as many years as is set; no two of one bureau overlap. */
export function sayCohort(
  db: PrismaClient,
  actor: Actor,
  wish: SaidCohort & Keyed,
  today: PlainDate,
): Promise<CohortOutcome> {
  const { orgId, title, about, documentNo, places, blindShare, opensOn, closesOn, cycleFrom } = wish
  return perform(db, actor, {
    name: 'sayCohort',
    input: wish,
    async lock(tx) {
      const org = await tx.organisation.findUnique({ where: { id: orgId } })
      if (!org || !can(actor, 'principals:run', org)) return refuse('not_allowed')
      if (!['prefecture', 'county', 'zone'].includes(org.kind)) refuse('not_a_bureau')
      const problem = cohortProblem(wish, today)
      if (problem) refuse(problem)
    },
    async write(tx) {
      const { value: years } = (await policiesAt(tx, orgId, today)).use('principals.cycle_years')
      const id = newId()
      await tx.principalCohort.create({
        data: {
          ...{ id, orgId, title, about, documentNo, places, blindShare, saidByName: actor.displayName },
          ...{ opensOn: toDbDate(opensOn), closesOn: toDbDate(closesOn) },
          ...{ cycleFrom: toDbDate(cycleFrom), cycleTo: toDbDate(addYears(cycleFrom, years)) },
          shares: { create: wish.shares.map((one) => ({ ...one })) },
          indicators: { create: wish.indicators.map((one, position) => ({ ...one, position })) },
        },
      })
      const after = { title, documentNo, places, opensOn, closesOn, cycleFrom }
      return { done: { id }, events: [cohortEvent('principal_cohort.said', { id, orgId }, after)] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'overlaps' : null),
  })
}

export type Versioned = { id: string; version: number }

/** Nothing comes of what was sent. Not once somebody is cultivated. */
export function callOffCohort(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { why: string } & Keyed,
): Promise<CohortOutcome> {
  return perform(db, actor, {
    name: 'callOffCohort',
    input: wish,
    lock: (tx) => lockCohort(tx, actor, wish),
    async write(tx, { id, orgId, state }) {
      if (!['open', 'scoring', 'defence'].includes(state)) refuse('wrong_state')
      await tx.principalCohort.update({
        where: { id },
        data: { state: 'called_off', version: { increment: 1 } },
      })
      return {
        done: { id },
        events: [cohortEvent('principal_cohort.called_off', { id, orgId }, { why: wish.why })],
      }
    },
  })
}

/** More places, which those in line take, or fewer as long as no more are held. */
export function changePlaces(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { places: number } & Keyed,
): Promise<CohortOutcome> {
  const { places } = wish
  return perform(db, actor, {
    name: 'changePlaces',
    input: wish,
    lock: (tx) => lockCohort(tx, actor, wish),
    async write(tx, { id, orgId, title, state, places: before, shares }) {
      const kept = shares.filter(({ kind }) => kind !== 'county').reduce((sum, one) => sum + one.places, 0)
      if (places < kept) refuse('shares_exceed')
      await tx.principalCohort.update({ where: { id }, data: { places, version: { increment: 1 } } })
      const event = cohortEvent('principal_cohort.places_changed', { id, orgId }, { places })
      const moved = await moveUp(tx, { id, title, state, places })
      return { done: { id }, events: [{ ...event, before: { places: before } }, ...moved] }
    },
    broken: ({ message }) => (message.includes('more places are held') ? 'places_held' : null),
  })
}

/** Blind scoring begins when the call is closed and has its judges. */
export function nameJudges(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { names: readonly string[] } & Keyed,
  today: PlainDate,
): Promise<CohortOutcome> {
  return perform(db, actor, {
    name: 'nameJudges',
    input: wish,
    lock: (tx) => lockCohort(tx, actor, wish),
    async write(tx, cohort) {
      const { id, orgId, title } = cohort
      const days = { opensOn: fromDbDate(cohort.opensOn), closesOn: fromDbDate(cohort.closesOn) }
      const stage = stageOf(
        { ...days, cycleTo: fromDbDate(cohort.cycleTo), state: cohort.state as CohortState },
        today,
      )
      if (stage === 'ahead' || stage === 'open') refuse('still_open')
      if (stage !== 'closed' && stage !== 'scoring') refuse('wrong_state')
      const least = (await policiesAt(tx, orgId, today)).use('principals.judges_least').value
      const { accounts, unknown } = await accountsNamed(tx, wish.names)
      if (unknown) refuse('judge_unknown', { name: unknown })
      if (accounts.length < least) refuse('too_few_judges', { least })
      if ((await tx.principalCandidate.count({ where: { cohortId: id, state: 'recommended' } })) === 0)
        refuse('nobody_recommended')
      const kept = accounts.map((one) => one.id)
      const others = { cohortId: id, accountId: { notIn: kept } }
      if (await tx.principalScore.findFirst({ where: others })) refuse('has_scored')
      await tx.principalJudge.deleteMany({ where: others })
      await tx.principalJudge.createMany({
        data: kept.map((accountId) => ({ cohortId: id, accountId, namedByName: actor.displayName })),
        skipDuplicates: true,
      })
      await tx.principalCohort.update({
        where: { id },
        data: { state: 'scoring', version: { increment: 1 } },
      })
      await tellJudges(tx, { id, title, accountIds: kept, phase: 'blind' })
      const judges = accounts.map(({ displayName }) => displayName)
      return {
        done: { id },
        events: [cohortEvent('principal_cohort.judges_named', { id, orgId }, { judges })],
      }
    },
  })
}

/** Blind scoring is over when each candidate has its scores; now judges hear them. */
export function openDefence(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & Keyed,
  today: PlainDate,
): Promise<CohortOutcome> {
  return perform(db, actor, {
    name: 'openDefence',
    input: wish,
    lock: (tx) => lockCohort(tx, actor, wish),
    async write(tx, { id, orgId, title, state }) {
      if (state !== 'scoring') refuse('wrong_state')
      const least = (await policiesAt(tx, orgId, today)).use('principals.judges_least').value
      const [{ missing } = { missing: 0 }] = await tx.$queryRaw<{ missing: number }[]>`
        select count(*)::int as missing from principal_candidate c where c.cohort_id = ${id}::uuid and c.state = 'recommended'
          and (select count(*) from principal_score s where s.candidate_id = c.id and s.phase = 'blind' and s.total is not null) < ${least}`
      if (missing > 0) refuse('scores_missing', { count: missing, least })
      await tx.principalCohort.update({
        where: { id },
        data: { state: 'defence', version: { increment: 1 } },
      })
      const judges = await tx.principalJudge.findMany({
        where: { cohortId: id },
        select: { accountId: true },
      })
      await tellJudges(tx, { id, title, accountIds: judges.map((one) => one.accountId), phase: 'defence' })
      return { done: { id }, events: [cohortEvent('principal_cohort.defence_opened', { id, orgId }, {})] }
    },
  })
}

type Called = { id: string; title: string; accountIds: readonly string[]; phase: 'blind' | 'defence' }

async function tellJudges(tx: Db, { id, title, accountIds, phase }: Called): Promise<void> {
  const topic = `notice.principal_${phase}` as const
  const telling = { topic, values: { title }, href: '/me/judging', key: `${topic}:${id}` }
  await notify(
    tx,
    accountIds.map((accountId) => ({ accountId, ...telling })),
  )
}

export async function lockCohort(tx: Db, actor: Actor, { id, version }: Versioned) {
  await tx.$queryRaw`select id from principal_cohort where id = ${id}::uuid for update`
  const cohort = await tx.principalCohort.findUnique({
    where: { id },
    include: { org: { select: { lineage: true } }, shares: true },
  })
  if (!cohort || !can(actor, 'principals:run', cohort.org)) return refuse('not_found')
  if (cohort.version !== version) refuse('stale')
  return cohort
}

export function cohortEvent(
  action: string,
  { id, orgId }: { id: string; orgId: string },
  after: AuditEvent['after'],
): AuditEvent {
  return { action, organisationId: orgId, subject: `principal_cohort:${id}`, after }
}
