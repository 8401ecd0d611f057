/** Says a call, calls it off, names its experts. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import { accountsNamed } from '#app/platform/auth/accounts-named.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { notify } from '#app/platform/notifications/notify.server.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { type CallDays, type CallProblem, type CallState, callProblem, stageOfCall } from './call.ts'

export type CallRefusal =
  | CallProblem
  | 'not_found'
  | 'not_allowed'
  | 'not_a_bureau'
  | 'stale'
  | 'wrong_state'
  | 'still_open'
  | 'expert_unknown'
  | 'too_few_experts'
  | 'has_scored'
type CallOutcome = Outcome<{ id: string }, CallRefusal>

const refuse: Refuse<CallRefusal> = refuseAct

export type CallWish = CallDays & {
  orgId: string
  title: string
  about: string
  documentNo: string
  stages: readonly string[]
  subjects: readonly string[]
  places: number
}

/** The city's bureau calls for studios of the city, a county's for its own. */
export function sayCall(
  db: PrismaClient,
  actor: Actor,
  wish: CallWish & Keyed,
  today: PlainDate,
): Promise<CallOutcome> {
  const { orgId, title, about, documentNo, places, opensOn, closesOn, termFrom } = wish
  return perform(db, actor, {
    name: 'sayCall',
    input: wish,
    async lock(tx) {
      const org = await tx.organisation.findUnique({ where: { id: orgId } })
      if (!org || !can(actor, 'studios:call', org)) return refuse('not_allowed')
      if (!['prefecture', 'county', 'zone'].includes(org.kind)) refuse('not_a_bureau')
      const problem = callProblem(wish, today)
      if (problem) refuse(problem)
      return org
    },
    async write(tx, { kind }) {
      const id = newId()
      await tx.studioCall.create({
        data: {
          ...{ id, orgId, title, about, documentNo, places, saidByName: actor.displayName },
          ...{ stages: [...wish.stages], subjects: [...wish.subjects] },
          tier: kind === 'prefecture' ? 'city' : 'county',
          ...{ opensOn: toDbDate(opensOn), closesOn: toDbDate(closesOn), termFrom: toDbDate(termFrom) },
        },
      })
      const after = { title, documentNo, places, opensOn, closesOn, termFrom }
      return { done: { id }, events: [eventOf('studio_call.said', { id, orgId }, after)] }
    },
  })
}

export type Versioned = { id: string; version: number }

/** Nobody can apply any more, and nothing comes of what was sent. */
export function callOff(db: PrismaClient, actor: Actor, wish: Versioned & Keyed): Promise<CallOutcome> {
  return perform(db, actor, {
    name: 'callOff',
    input: wish,
    lock: (tx) => lockCall(tx, actor, wish),
    async write(tx, { id, orgId, state }) {
      if (state !== 'open' && state !== 'scoring') refuse('wrong_state')
      await tx.studioCall.update({ where: { id }, data: { state: 'called_off', version: { increment: 1 } } })
      return { done: { id }, events: [eventOf('studio_call.called_off', { id, orgId }, null)] }
    },
  })
}

/** Scoring begins when the call is closed and has its experts. */
export function nameExperts(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { names: readonly string[] } & Keyed,
  today: PlainDate,
): Promise<CallOutcome> {
  return perform(db, actor, {
    name: 'nameExperts',
    input: wish,
    lock: (tx) => lockCall(tx, actor, wish),
    async write(tx, { id, orgId, title, state, opensOn, closesOn, termFrom }) {
      const days = {
        opensOn: fromDbDate(opensOn),
        closesOn: fromDbDate(closesOn),
        termFrom: fromDbDate(termFrom),
      }
      const stage = stageOfCall({ ...days, state: state as CallState }, today)
      if (stage === 'ahead' || stage === 'open') refuse('still_open')
      if (stage !== 'closed' && stage !== 'scoring') refuse('wrong_state')
      const least = (await policiesAt(tx, orgId, today)).use('studios.experts_least').value
      const { accounts, unknown } = await accountsNamed(tx, wish.names)
      if (unknown) refuse('expert_unknown', { name: unknown })
      if (accounts.length < least) refuse('too_few_experts', { least })
      const kept = accounts.map((one) => one.id)
      const scored = await tx.studioScore.findFirst({ where: { callId: id, accountId: { notIn: kept } } })
      if (scored) refuse('has_scored')
      await tx.studioExpert.deleteMany({ where: { callId: id, accountId: { notIn: kept } } })
      await tx.studioExpert.createMany({
        data: kept.map((accountId) => ({ callId: id, accountId, namedByName: actor.displayName })),
        skipDuplicates: true,
      })
      await tx.studioCall.update({ where: { id }, data: { state: 'scoring', version: { increment: 1 } } })
      await notify(
        tx,
        kept.map((accountId) => ({
          ...{ accountId, key: `studios.expert:${id}`, topic: 'notice.studio_expert' as const },
          ...{ values: { title }, href: '/me/reviews' },
        })),
      )
      const experts = accounts.map(({ displayName }) => displayName)
      return { done: { id }, events: [eventOf('studio_call.experts_named', { id, orgId }, { experts })] }
    },
  })
}

export async function lockCall(tx: Db, actor: Actor, { id, version }: Versioned) {
  await tx.$queryRaw`select id from studio_call where id = ${id}::uuid for update`
  const call = await tx.studioCall.findUnique({
    where: { id },
    include: { org: { select: { lineage: true } } },
  })
  if (!call) return refuse('not_found')
  if (!can(actor, 'studios:call', call.org)) refuse('not_allowed')
  if (call.version !== version) refuse('stale')
  return call
}

function eventOf(
  action: string,
  { id, orgId }: { id: string; orgId: string },
  after: AuditEvent['after'] | null,
): AuditEvent {
  return { action, organisationId: orgId, subject: `studio_call:${id}`, ...(after && { after }) }
}
