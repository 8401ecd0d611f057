/**
 * Places of a cohort: who is on its list says yes or no; the first of those who said yes hold them, the others stand in line; where one
 * leaves, the next moves up. That no place is held twice, and none that is not there, the database holds. All on `platform/acts`.
 */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { candidateEvent } from './candidates.commands.server.ts'
import { LIST_PROCESS, subjectOf } from './naming.ts'
import { tellCandidate } from './tell.server.ts'

export type PlaceRefusal = 'not_found' | 'not_allowed' | 'stale' | 'wrong_state' | 'list_sent' | 'no_note'
/** `place`: the one that is held; `line`: how many are before, and oneself. */
export type Placed = { id: string; place: number | null; line: number | null }

const refuse: Refuse<PlaceRefusal> = refuseAct

type Own = { cohortId: string; version: number }

/** Yes: a place, as long as there are no more better ones on the list than places; else the line. */
export function confirmPlace(
  db: PrismaClient,
  actor: Actor,
  wish: Own & Keyed,
): Promise<Outcome<Placed, PlaceRefusal>> {
  return perform(db, actor, {
    name: 'confirmPlace',
    input: wish,
    lock: (tx) => lockOwn(tx, actor, wish, ['listed']),
    async write(tx, candidate) {
      const { id, cohortId, position } = candidate
      const [{ before } = { before: 0 }] = await tx.$queryRaw<{ before: number }[]>`
        select count(*)::int as before from principal_candidate where cohort_id = ${cohortId}::uuid and position < ${position}
          and state in ('listed', 'in_line', 'cultivating')`
      const place = before < candidate.cohort.places ? await freePlace(tx, candidate.cohort) : null
      const state = place === null ? 'in_line' : 'cultivating'
      await tx.principalCandidate.update({
        where: { id },
        data: { state, place, confirmedAt: new Date(), version: { increment: 1 } },
      })
      const line = place === null ? await lineOf(tx, cohortId, position ?? 0) : null
      const event = candidateEvent('confirmed', candidate, { ...(place !== null && { place }) })
      return { done: { id, place, line }, events: [event] }
    },
  })
}

/** No: the next in line, if any, has one better before them less. */
export function declinePlace(
  db: PrismaClient,
  actor: Actor,
  wish: Own & Keyed,
): Promise<Outcome<{ id: string }, PlaceRefusal>> {
  return perform(db, actor, {
    name: 'declinePlace',
    input: wish,
    lock: (tx) => lockOwn(tx, actor, wish, ['listed', 'in_line']),
    async write(tx, candidate) {
      const { id } = candidate
      await tx.principalCandidate.update({
        where: { id },
        data: { state: 'declined', version: { increment: 1 } },
      })
      const moved = await moveUp(tx, candidate.cohort)
      return { done: { id }, events: [candidateEvent('declined', candidate, {}), ...moved] }
    },
  })
}

/** Somebody leaves the cohort, or is left out before its list is drawn; the bureau says why. The next in line takes the place. */
export function endCandidacy(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string; version: number; note: string } & Keyed,
): Promise<Outcome<{ id: string }, PlaceRefusal>> {
  const { id, note } = wish
  return perform(db, actor, {
    name: 'endCandidacy',
    input: wish,
    async lock(tx) {
      const candidate = await lockCandidate(tx, id)
      const { org } = await tx.principalCohort.findUniqueOrThrow({
        where: { id: candidate.cohortId },
        include: { org: true },
      })
      if (!can(actor, 'principals:run', org)) refuse('not_found')
      if (candidate.personId === actor.personId) refuse('not_allowed')
      if (candidate.version !== wish.version) refuse('stale')
      if (!['recommended', 'listed', 'in_line', 'cultivating'].includes(candidate.state))
        refuse('wrong_state')
      if (candidate.cohort.state === 'proposed' && !(await isReturned(tx, candidate.cohortId)))
        refuse('list_sent')
      return candidate
    },
    async write(tx, candidate) {
      if (note === '') refuse('no_note')
      await tx.principalCandidate.update({
        where: { id },
        data: {
          ...{ state: 'left', place: null, note, version: { increment: 1 } },
          // Whoever is left out of a list is on none.
          ...(candidate.state === 'recommended' && { position: null }),
        },
      })
      await tellCandidate(tx, 'notice.principal_left', candidate)
      const moved = await moveUp(tx, candidate.cohort)
      return { done: { id }, events: [candidateEvent('left', candidate, { note }), ...moved] }
    },
  })
}

/** What is approved is what was sent: nobody is taken out of a list on its way. */
async function isReturned(tx: Db, cohortId: string): Promise<boolean> {
  const open = await tx.approvalCase.findFirst({
    where: { process: LIST_PROCESS, subject: subjectOf(cohortId), decidedAt: null },
    select: { state: true },
  })
  return open?.state === 'returned'
}

type Cohort = { id: string; title: string; places: number; state: string }

/** The cohort first: its places are given one after the other. */
async function lockCandidate(tx: Db, id: string) {
  await tx.$queryRaw`
    select h.id from principal_cohort h join principal_candidate c on c.cohort_id = h.id where c.id = ${id}::uuid for update of h`
  const candidate = await tx.principalCandidate.findUnique({ where: { id }, include: { cohort: true } })
  return candidate ?? refuse('not_found')
}

async function lockOwn(tx: Db, actor: Actor, { cohortId, version }: Own, states: readonly string[]) {
  const { personId } = actor
  if (!personId) return refuse('not_found')
  const own = await tx.principalCandidate.findUnique({ where: { cohortId_personId: { cohortId, personId } } })
  if (!own) return refuse('not_found')
  const candidate = await lockCandidate(tx, own.id)
  if (candidate.version !== version) refuse('stale')
  if (!states.includes(candidate.state)) refuse('wrong_state')
  return candidate
}

/** The lowest that nobody holds; null where all are held. */
async function freePlace(tx: Db, { id, places }: Cohort): Promise<number | null> {
  const [free] = await tx.$queryRaw<{ place: number }[]>`
    select place from generate_series(1, ${places}::int) place where not exists (
      select from principal_candidate c where c.cohort_id = ${id}::uuid and c.place = place.place) order by place limit 1`
  return free?.place ?? null
}

async function lineOf(tx: Db, cohortId: string, position: number): Promise<number> {
  return tx.principalCandidate.count({ where: { cohortId, state: 'in_line', position: { lte: position } } })
}

/** Whoever in line has become one of the first takes a free place. */
export async function moveUp(tx: Db, cohort: Cohort): Promise<AuditEvent[]> {
  if (cohort.state !== 'cultivating') return []
  const next = await tx.$queryRaw<{ id: string }[]>`
    select id from (
      select id, state, row_number() over (order by position) as rank from principal_candidate
      where cohort_id = ${cohort.id}::uuid and state in ('listed', 'in_line', 'cultivating')) standing
    where state = 'in_line' and rank <= ${cohort.places} order by rank`
  const events: AuditEvent[] = []
  for (const { id } of next) {
    const place = await freePlace(tx, cohort)
    if (place === null) break
    const one = await tx.principalCandidate.update({
      where: { id },
      data: { state: 'cultivating', place, version: { increment: 1 } },
    })
    await tellCandidate(tx, 'notice.principal_moved_up', { ...one, cohort, values: { place } })
    events.push(candidateEvent('moved_up', one, { place }))
  }
  return events
}
