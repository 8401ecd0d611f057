/** A host school offers posts in a round, changes what it offers, takes it back: until the county signs off. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION, type Violation } from '#app/platform/database/violation.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { canOfferPosts, canRunRound } from '../access.ts'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import type { ExchangeForm } from './exchange-form.ts'
import { mostMonths } from './form-policy.ts'
import { findNeed, type NeedRow } from './needs.queries.server.ts'
import { type NeedRefusal, needProblem, needsClosed } from './round.ts'
import { findRound, type RoundRow } from './rounds.queries.server.ts'

export type NeedOutcome = Outcome<{ id: string; roundId: string }, NeedRefusal>

const refuse: Refuse<NeedRefusal> = refuseAct

export type NeedWish = {
  orgId: string
  form: ExchangeForm
  stage: string
  subject: string
  places: number
  validFrom: PlainDate
  /** The last day of the posting. */
  lastDay: PlainDate
  note: string | null
}

/** Offers posts at a school of the round's county. */
export function offerPosts(
  db: PrismaClient,
  actor: Actor,
  wish: NeedWish & { roundId: string } & Keyed,
  today: PlainDate,
): Promise<NeedOutcome> {
  return perform(db, actor, {
    name: 'offerPosts',
    input: wish,
    async lock(tx) {
      const round = await openRoundOf(tx, actor, wish.roundId, today)
      await checkWish(tx, actor, round, wish)
      return round
    },
    async write(tx, round) {
      const id = newId()
      await tx.exchangeNeed.create({ data: { id, roundId: round.id, ...columnsOf(wish) } })
      const event = { action: 'post.offered', organisationId: wish.orgId, subject: `post:${id}` }
      return { done: { id, roundId: round.id }, events: [{ ...event, after: tellOf(wish, round) }] }
    },
    broken,
  })
}

type OneNeed = { id: string; roundId: string; version: number }

/** Changes what is offered; the school too. */
export function changePosts(
  db: PrismaClient,
  actor: Actor,
  wish: NeedWish & OneNeed & Keyed,
  today: PlainDate,
): Promise<NeedOutcome> {
  return perform(db, actor, {
    name: 'changePosts',
    input: wish,
    async lock(tx) {
      const found = await writableNeed(tx, actor, wish, today)
      await checkWish(tx, actor, found.round, wish)
      return found
    },
    async write(tx, { round, need }) {
      const { id, version } = need
      await tx.exchangeNeed.update({ where: { id }, data: { ...columnsOf(wish), version: version + 1 } })
      const change = { before: tellOf(wishOf(need), round), after: tellOf(wish, round) }
      const event = { action: 'post.changed', organisationId: wish.orgId, subject: `post:${id}`, ...change }
      return { done: { id, roundId: round.id }, events: [event] }
    },
    broken,
  })
}

/** Takes back what was offered. */
export function takeBackPosts(
  db: PrismaClient,
  actor: Actor,
  asked: OneNeed & Keyed,
  today: PlainDate,
): Promise<NeedOutcome> {
  return perform(db, actor, {
    name: 'takeBackPosts',
    input: asked,
    lock: (tx) => writableNeed(tx, actor, asked, today),
    async write(tx, { round, need: { id, ...need } }) {
      await tx.exchangeNeed.delete({ where: { id } })
      const event = { action: 'post.taken_back', organisationId: need.orgId, subject: `post:${id}` }
      const before = tellOf(wishOf({ id, ...need }), round)
      return { done: { id, roundId: round.id }, events: [{ ...event, before }] }
    },
    broken,
  })
}

/** The database's own guards (migrations 0012, 0020): the round was locked meanwhile, the same entry stands already. */
function broken({ code, message }: Violation): NeedRefusal | null {
  if (code === UNIQUE_VIOLATION) return 'same_need'
  if (message.includes('needs_locked')) return 'needs_locked'
  if (message.includes('host_elsewhere')) return 'host_elsewhere'
  return message.includes('outside_school_year') ? 'outside_school_year' : null
}

async function openRoundOf(tx: Db, actor: Actor, roundId: string, today: PlainDate): Promise<RoundRow> {
  const round = await findRound(tx, actor, roundId)
  if (!round) refuse('not_found')
  const closed = needsClosed(round, canRunRound(actor, round), today)
  if (closed) refuse(closed)
  return round
}

async function writableNeed(tx: Db, actor: Actor, { id, roundId, version }: OneNeed, today: PlainDate) {
  const round = await openRoundOf(tx, actor, roundId, today)
  await tx.$queryRaw`select id from exchange_need where id = ${id}::uuid for update`
  const need = await findNeed(tx, actor, round, id)
  if (!need) refuse('not_found')
  if (!canOfferPosts(actor, need)) refuse('not_allowed')
  if (need.version !== version) refuse('changed_meanwhile')
  return { round, need }
}

async function checkWish(tx: Db, actor: Actor, round: RoundRow, wish: NeedWish): Promise<void> {
  const host = await tx.organisation.findUnique({ where: { id: wish.orgId } })
  if (!host || !canOfferPosts(actor, host)) refuse('not_allowed')
  if (host.kind !== 'school' && host.kind !== 'teaching_point') refuse('not_a_school')
  if ((host.countyId ?? host.prefectureId) !== round.orgId) refuse('host_elsewhere')
  if (host.stages.length > 0 && !host.stages.includes(wish.stage)) refuse('stage_not_here')
  const policies: ExchangePolicies = await policiesAt(tx, round.orgId, wish.validFrom)
  const months = mostMonths(wish.form, policies)
  const problem = needProblem({ ...wish, validTo: addDays(wish.lastDay, 1) }, round.schoolYear, months)
  if (problem) refuse(problem, { months })
}

function columnsOf({ lastDay, validFrom, note, ...wish }: NeedWish) {
  const { orgId, form, stage, subject, places } = wish
  const dates = { validFrom: toDbDate(validFrom), validTo: toDbDate(addDays(lastDay, 1)) }
  return { orgId, form, stage, subject, places, note: note ?? '', ...dates }
}

function wishOf({ validTo, ...need }: NeedRow): NeedWish {
  return { ...need, form: need.form as ExchangeForm, lastDay: addDays(validTo, -1) }
}

/** What the audit trail is told of it. */
function tellOf(wish: NeedWish, { schoolYear }: RoundRow) {
  const { form, stage, subject, places, validFrom, lastDay, note } = wish
  return { schoolYear, form, stage, subject, places, validFrom, validTo: addDays(lastDay, 1), note }
}
