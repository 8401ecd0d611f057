/** Opens cases and moves them, one or many at once. Every move is locked, decided by `move.ts`, and done once. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Outcome as ActOutcome, Keyed } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { canReadCase } from './access.server.ts'
import { type LockedCase, lockCases } from './case-facts.server.ts'
import { type MovedCase, writeMoves } from './case-writes.server.ts'
import { type CaseDecision, isDecided, type MoveRefusal, mayMove, movedTo } from './move.ts'
import { endNotices } from './notices.server.ts'
import { processOf } from './process.ts'

export type CaseRefusal =
  | MoveRefusal
  | 'not_found'
  | 'changed_meanwhile'
  | 'comment_missing'
  | 'nothing_chosen'
  | 'too_many'

const refuse: Refuse<CaseRefusal> = refuseAct

/** The most cases that are decided in one go. */
export const MOST_AT_ONCE = 1_000
const BULK_TIMEOUT_MS = 120_000

export type CaseWish = {
  process: string
  subject: string
  title: string
  organisationId: string
  /** Hash of what is decided on. */
  contentHash: string
  parties: readonly Party[]
}

/** `concerned`: the case is about them, and it is not theirs to take back. */
export type Party = { personId: string; relation: 'applicant' | 'relative' | 'endorser' | 'concerned' }

/**
 * Opens a case as a draft, in the transaction of the room's own act. One of a subject at a time: the database refuses a second.
 * @public a door for rooms
 */
export async function openCase(
  tx: Db,
  { accountId, displayName }: Actor,
  { process, parties, ...wish }: CaseWish,
): Promise<{ id: string; events: AuditEvent[] }> {
  const id = newId()
  const { steps } = processOf(process)
  const by = { openedById: accountId, openedByName: displayName }
  await tx.approvalCase.create({ data: { id, process, steps: steps.length, ...wish, ...by } })
  await tx.approvalParty.createMany({ data: parties.map((party) => ({ caseId: id, ...party })) })
  await tx.approvalEntry.create({
    data: { caseId: id, number: 1, kind: 'opened', accountId, byName: displayName },
  })
  const { organisationId, subject } = wish
  const event = {
    action: 'case.opened',
    organisationId,
    subject: `case:${id}`,
    after: { process, about: subject },
  }
  return { id, events: [event] }
}

export type CaseInput = { id: string; version: number; comment: string }

/** Decides a case at the step it waits at. A return and a rejection say why. */
export function decideCase(
  db: PrismaClient,
  actor: Actor,
  input: CaseInput & { decision: CaseDecision } & Keyed,
  today: PlainDate,
): Promise<ActOutcome<{ id: string }, CaseRefusal>> {
  return moveCase(db, actor, input.decision, input, today)
}

/** Sends a draft in, or what was returned once more. */
export function submitCase(
  db: PrismaClient,
  actor: Actor,
  input: CaseInput & Keyed,
  today: PlainDate,
): Promise<ActOutcome<{ id: string }, CaseRefusal>> {
  return moveCase(db, actor, 'submit', input, today)
}

/** Takes a case back, by whoever opened it or is its applicant. */
export function withdrawCase(
  db: PrismaClient,
  actor: Actor,
  input: CaseInput & Keyed,
  today: PlainDate,
): Promise<ActOutcome<{ id: string }, CaseRefusal>> {
  return moveCase(db, actor, 'withdraw', input, today)
}

function moveCase(
  db: PrismaClient,
  actor: Actor,
  move: CaseDecision | 'submit' | 'withdraw',
  input: CaseInput & Keyed,
  today: PlainDate,
): Promise<ActOutcome<{ id: string }, CaseRefusal>> {
  const { id, version, comment } = input
  return perform(db, actor, {
    name: `${move}Case`,
    input,
    async lock(tx) {
      const [one] = await lockCases(tx, actor, [id], today)
      if (!one || !(await canReadCase(tx, actor, one))) refuse('not_found')
      if (one.version !== version) refuse('changed_meanwhile')
      if ((move === 'return' || move === 'reject') && comment === '') refuse('comment_missing')
      return allowed(one, move, actor, comment)
    },
    async write(tx, moved) {
      const events = await writeMoves(tx, move, [moved], today)
      if (isDecided(moved.to.state)) await endNotices(tx, [id], 'replaced')
      return { done: { id }, events }
    },
  })
}

function allowed(
  one: LockedCase,
  move: CaseDecision | 'submit' | 'withdraw',
  actor: Actor,
  comment: string,
): MovedCase {
  const refusal = mayMove(move, one.mover)
  if (refusal) refuse(refusal)
  const to = movedTo(one, move)
  if (!to) refuse('not_in_this_state')
  return { case: one, to, by: { ...actor, holder: one.mover.holder }, comment }
}

/**
 * Approves a list of cases in one transaction: all that still can be, and says how many could not (decided meanwhile, or not
 * for the actor to decide).
 */
export function approveCases(
  db: PrismaClient,
  actor: Actor,
  input: { ids: readonly string[]; comment: string } & Keyed,
  today: PlainDate,
): Promise<ActOutcome<{ approved: number; left: number }, CaseRefusal>> {
  const ids = [...new Set(input.ids)]
  return perform(db, actor, {
    name: 'approveCases',
    input,
    async lock(tx) {
      if (ids.length === 0) refuse('nothing_chosen')
      if (ids.length > MOST_AT_ONCE) refuse('too_many', { most: MOST_AT_ONCE })
      return lockCases(tx, actor, ids, today)
    },
    async write(tx, cases) {
      const able = cases.filter((one) => !mayMove('approve', one.mover) && movedTo(one, 'approve'))
      const moved = able.map((one) => allowed(one, 'approve', actor, input.comment))
      const events = moved.length > 0 ? await writeMoves(tx, 'approve', moved, today) : []
      return { done: { approved: moved.length, left: ids.length - moved.length }, events }
    },
    timeoutMs: BULK_TIMEOUT_MS,
  })
}

/** Stands back from a case 回避, with the reason: from then on it waits for others only. */
export function recuseFromCase(
  db: PrismaClient,
  actor: Actor,
  input: CaseInput & Keyed,
  today: PlainDate,
): Promise<ActOutcome<{ id: string }, CaseRefusal>> {
  const { id, version, comment } = input
  return perform(db, actor, {
    name: 'recuseFromCase',
    input,
    async lock(tx) {
      const [one] = await lockCases(tx, actor, [id], today)
      if (!one || !(await canReadCase(tx, actor, one))) refuse('not_found')
      if (one.version !== version) refuse('changed_meanwhile')
      if (comment === '') refuse('comment_missing')
      const refusal = mayMove('approve', one.mover)
      if (refusal) refuse(refusal)
      return one
    },
    async write(tx, one) {
      const { accountId, displayName } = actor
      await tx.approvalRecusal.create({ data: { caseId: id, accountId, reason: comment.slice(0, 500) } })
      await tx.approvalCase.update({ where: { id }, data: { version: version + 1 } })
      await tx.approvalEntry.create({
        data: {
          ...{
            caseId: id,
            number: one.entries + 1,
            kind: 'recused',
            comment,
            accountId,
            byName: displayName,
          },
          step: one.process.steps[one.step]?.key ?? null,
        },
      })
      const about = { organisationId: one.place.id, subject: `case:${id}` }
      return { done: { id }, events: [{ action: 'case.recused', ...about, reason: comment }] }
    },
  })
}

/**
 * Sends in a draft, or what was returned, in the transaction of the room's own act, which has asked whether its doer may.
 * @public a door for rooms
 */
export async function sendIn(tx: Db, actor: Actor, id: string, today: PlainDate): Promise<AuditEvent[]> {
  const [one] = await lockCases(tx, actor, [id], today)
  const to = one && movedTo(one, 'submit')
  return one && to ? writeMoves(tx, 'submit', [{ case: one, to, by: actor, comment: '' }], today) : []
}

/** Opens a case and sends it in, in the transaction of the room's own act. */
export async function openAndSend(
  tx: Db,
  actor: Actor,
  wish: CaseWish,
  today: PlainDate,
): Promise<AuditEvent[]> {
  const { id, events } = await openCase(tx, actor, wish)
  return [...events, ...(await sendIn(tx, actor, id, today))]
}

/**
 * What is decided on has changed, in the transaction of the room's act: a case that waits begins again at its first step, one in
 * notice gets another notice, whose days count anew. Nothing happens where the hash is the same or no case is open. `parties` take the
 * place of those before.
 * @public a door for rooms
 */
export async function contentChanged(
  tx: Db,
  actor: Actor,
  { process, subject, title, contentHash, parties }: Omit<CaseWish, 'organisationId'>,
  today: PlainDate,
): Promise<AuditEvent[]> {
  const found = await tx.approvalCase.findFirst({
    where: { process, subject, decidedAt: null },
    select: { id: true },
  })
  const [one] = found ? await lockCases(tx, actor, [found.id], today) : []
  const to = one && movedTo(one, 'change')
  if (!one || !to || one.contentHash === contentHash) return []
  await tx.approvalParty.deleteMany({ where: { caseId: one.id } })
  await tx.approvalParty.createMany({ data: parties.map((party) => ({ caseId: one.id, ...party })) })
  const changed = { ...one, title, contentHash }
  return writeMoves(tx, 'change', [{ case: changed, to, by: actor, comment: '' }], today)
}
