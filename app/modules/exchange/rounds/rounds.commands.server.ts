/** Opens a round, sets its windows, signs its needs off, opens them again, removes what was opened by mistake. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION, type Violation } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { canRunRound } from '../access.ts'
import { writePoints } from '../volunteering/point-facts.sql.server.ts'
import { openingProblem, type RoundRefusal, type RoundWindows, windowsProblem } from './round.ts'
import { lockRound, type RoundRow } from './rounds.queries.server.ts'

export type RoundOutcome = Outcome<{ id: string }, RoundRefusal>

const refuse: Refuse<RoundRefusal> = refuseAct

export type RoundWish = RoundWindows & { orgId: string; schoolYear: number }

/** Opens the round of a county and school year; there is one. */
export function openRound(
  db: PrismaClient,
  actor: Actor,
  wish: RoundWish & Keyed,
  today: PlainDate,
): Promise<RoundOutcome> {
  const { orgId, schoolYear } = wish
  return perform(db, actor, {
    name: 'openRound',
    input: wish,
    async lock(tx) {
      const place = await tx.organisation.findUnique({ where: { id: orgId } })
      if (!place || !canRunRound(actor, place)) refuse('not_allowed')
      if (!['county', 'zone', 'prefecture'].includes(place.kind)) refuse('not_a_county')
      const problem = openingProblem(wish, schoolYear, today)
      if (problem) refuse(problem)
    },
    async write(tx) {
      const id = newId()
      await tx.exchangeRound.create({ data: { id, orgId, schoolYear, ...dbWindows(wish) } })
      const after = { schoolYear, ...windowsOf(wish) }
      return { done: { id }, events: [eventOf('round.opened', { id, orgId }, { after })] }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'same_round' : null),
  })
}

type Versioned = { id: string; version: number }

/** Sets the last days of the windows anew. */
export function changeWindows(
  db: PrismaClient,
  actor: Actor,
  wish: RoundWindows & Versioned & Keyed,
): Promise<RoundOutcome> {
  return perform(db, actor, {
    name: 'changeWindows',
    input: wish,
    async lock(tx) {
      const round = await runnableRound(tx, actor, wish)
      if (round.state === 'decided') refuse('wrong_state')
      const problem = windowsProblem(wish, round.schoolYear)
      if (problem) refuse(problem)
      return round
    },
    async write(tx, round) {
      await update(tx, round, dbWindows(wish))
      const change = { before: windowsOf(round), after: windowsOf(wish) }
      return { done: { id: round.id }, events: [eventOf('round.windows_changed', round, change)] }
    },
  })
}

/** Signs off what the schools of the county have listed, and locks it: from now on teachers may volunteer for it. */
export function signOffNeeds(
  db: PrismaClient,
  actor: Actor,
  asked: Versioned & Keyed,
): Promise<RoundOutcome> {
  return perform(db, actor, {
    name: 'signOffNeeds',
    input: asked,
    async lock(tx) {
      const round = await runnableRound(tx, actor, asked)
      if (round.state !== 'needs') refuse('wrong_state')
      if (round.places === 0) refuse('no_needs')
      return round
    },
    async write(tx, round) {
      const by = { needsLockedAt: new Date(), needsLockedByName: actor.displayName }
      await update(tx, round, { state: 'volunteering', ...by })
      const after = { state: 'volunteering', needs: round.needs, places: round.places }
      const event = eventOf('round.needs_signed_off', round, { before: { state: 'needs' }, after })
      return { done: { id: round.id }, events: [event] }
    },
    broken,
  })
}

/** Opens the needs again: only while nobody has volunteered. */
export function reopenNeeds(db: PrismaClient, actor: Actor, asked: Versioned & Keyed): Promise<RoundOutcome> {
  return perform(db, actor, {
    name: 'reopenNeeds',
    input: asked,
    async lock(tx) {
      const round = await runnableRound(tx, actor, asked)
      if (round.state !== 'volunteering') refuse('wrong_state')
      return round
    },
    async write(tx, round) {
      await update(tx, round, { state: 'needs', needsLockedAt: null, needsLockedByName: null })
      const change = { before: { state: 'volunteering' }, after: { state: 'needs' } }
      return { done: { id: round.id }, events: [eventOf('round.needs_reopened', round, change)] }
    },
    broken,
  })
}

/**
 * Closes volunteering: points are counted and published, and can be contested from now on. The county may do so on the window's
 * last day or after it; the house does it by itself the day after (`rounds.job.server.ts`).
 */
export function closeVolunteering(
  db: PrismaClient,
  actor: Actor,
  asked: Versioned & Keyed,
  today: PlainDate,
): Promise<RoundOutcome> {
  return perform(db, actor, {
    name: 'closeVolunteering',
    input: asked,
    async lock(tx) {
      const round = await runnableRound(tx, actor, asked)
      if (round.state !== 'volunteering') refuse('wrong_state')
      if (today < round.volunteersUntil) refuse('window_open')
      return round
    },
    async write(tx, round) {
      return { done: { id: round.id }, events: [await publishPoints(tx, round)] }
    },
    broken,
  })
}

/** Ends the contesting of points: every contest is answered, and a plan can be made. */
export function closeContests(
  db: PrismaClient,
  actor: Actor,
  asked: Versioned & Keyed,
  today: PlainDate,
): Promise<RoundOutcome> {
  return perform(db, actor, {
    name: 'closeContests',
    input: asked,
    async lock(tx) {
      const round = await runnableRound(tx, actor, asked)
      if (round.state !== 'contest') refuse('wrong_state')
      if (today < round.contestUntil) refuse('window_open')
      const unanswered = await unansweredIn(tx, round.id)
      if (unanswered > 0) refuse('unanswered', { count: unanswered })
      return round
    },
    async write(tx, round) {
      await update(tx, round, { state: 'matching' })
      const change = { before: { state: 'contest' }, after: { state: 'matching' } }
      return { done: { id: round.id }, events: [eventOf('round.contests_closed', round, change)] }
    },
    broken,
  })
}

/** Counts the points of all volunteers and opens them to be contested. */
export async function publishPoints(tx: Db, round: RoundRow): Promise<AuditEvent> {
  const volunteers = await writePoints(tx, round)
  await update(tx, round, { state: 'contest' })
  const change = { before: { state: 'volunteering' }, after: { state: 'contest', volunteers } }
  return eventOf('round.points_published', round, change)
}

function unansweredIn(tx: Db, roundId: string): Promise<number> {
  return tx.exchangeContest.count({ where: { answeredAt: null, application: { roundId } } })
}

/** Removes a round that was opened by mistake: nothing is listed in it yet. */
export function removeRound(db: PrismaClient, actor: Actor, asked: Versioned & Keyed): Promise<RoundOutcome> {
  return perform(db, actor, {
    name: 'removeRound',
    input: asked,
    lock: (tx) => runnableRound(tx, actor, asked),
    async write(tx, round) {
      await tx.exchangeRound.delete({ where: { id: round.id } })
      const before = { schoolYear: round.schoolYear, ...windowsOf(round) }
      return { done: { id: round.id }, events: [eventOf('round.removed', round, { before })] }
    },
    broken,
  })
}

/** What the database's own guards of a round say (migrations 0012, 0020). */
function broken({ message }: Violation): RoundRefusal | null {
  if (message.includes('has_volunteers')) return 'has_volunteers'
  if (message.includes('round_kept')) return 'round_kept'
  return message.includes('round_step') ? 'wrong_state' : null
}

/** The round under lock, if the actor runs it and it is as the form knew it. */
async function runnableRound(tx: Db, actor: Actor, { id, version }: Versioned): Promise<RoundRow> {
  const round = await lockRound(tx, actor, id)
  if (!round) refuse('not_found')
  if (!canRunRound(actor, round)) refuse('not_allowed')
  if (round.version !== version) refuse('changed_meanwhile')
  return round
}

async function update(tx: Db, { id, version }: RoundRow, data: object): Promise<void> {
  await tx.exchangeRound.update({ where: { id }, data: { ...data, version: version + 1 } })
}

function windowsOf({ needsUntil, volunteersUntil, contestUntil }: RoundWindows): RoundWindows {
  return { needsUntil, volunteersUntil, contestUntil }
}

function dbWindows(windows: RoundWindows) {
  return {
    needsUntil: toDbDate(windows.needsUntil),
    volunteersUntil: toDbDate(windows.volunteersUntil),
    contestUntil: toDbDate(windows.contestUntil),
  }
}

function eventOf(
  action: string,
  { id, orgId }: Pick<RoundRow, 'id' | 'orgId'>,
  change: Pick<AuditEvent, 'before' | 'after'>,
): AuditEvent {
  return { action, organisationId: orgId, subject: `round:${id}`, ...change }
}
