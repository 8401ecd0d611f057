/** A teacher's application to lead a studio: sent while the call is open, taken back. All on `platform/acts`. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { type CallState, fitsCall, stageOfCall } from './call.ts'
import { decisionFor } from './leader-facts.server.ts'

export type ApplicationRefusal =
  | 'not_found'
  | 'no_post'
  | 'not_open'
  | 'not_called_for'
  | 'conditions'
  | 'wrong_state'
  | 'stale'
type ApplicationOutcome = Outcome<{ id: string }, ApplicationRefusal>

const refuse: Refuse<ApplicationRefusal> = refuseAct

export type ApplicationWish = {
  callId: string
  /** Of what was sent before; 0 for nothing. */
  version: number
  stage: string
  subject: string
  name: string
  plan: string
}

/** Sent while the call is open, or sent anew: the conditions are decided as they are today, and kept with it. One of a person and call. */
export function applyToCall(
  db: PrismaClient,
  actor: Actor,
  wish: ApplicationWish & Keyed,
  today: PlainDate,
): Promise<ApplicationOutcome> {
  const { callId, version, stage, subject, name, plan } = wish
  return perform(db, actor, {
    name: 'applyToCall',
    input: wish,
    lock: (tx) => lockOwn(tx, actor, callId, today),
    async write(tx, { call, own, personId }) {
      if ((own?.version ?? 0) !== version) refuse('stale')
      if (!fitsCall(call, wish)) refuse('not_called_for')
      const termFrom = fromDbDate(call.termFrom)
      const { decision, schoolId } = await decisionFor(tx, personId, today, termFrom)
      if (!schoolId) return refuse('no_post')
      if (decision.outcome !== 'may') refuse('conditions')
      const id = own?.id ?? newId()
      const data = { schoolId, stage, subject, name, plan, decision, state: 'sent', sentAt: new Date() }
      if (own)
        await tx.studioApplication.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
      else await tx.studioApplication.create({ data: { id, callId, personId, ...data } })
      const about = { organisationId: schoolId, personId, subject: `studio_application:${id}` }
      const after = { callId, stage, subject, name }
      return { done: { id }, events: [{ action: 'studio_application.sent', ...about, after }] }
    },
  })
}

/** Taken back as long as the call is open; it can be sent again. */
export function withdrawApplication(
  db: PrismaClient,
  actor: Actor,
  wish: { callId: string; version: number } & Keyed,
  today: PlainDate,
): Promise<ApplicationOutcome> {
  return perform(db, actor, {
    name: 'withdrawApplication',
    input: wish,
    lock: (tx) => lockOwn(tx, actor, wish.callId, today),
    async write(tx, { own, personId }) {
      if (!own) return refuse('not_found')
      if (own.version !== wish.version) refuse('stale')
      if (own.state !== 'sent') refuse('wrong_state')
      const { id, callId, schoolId } = own
      await tx.studioApplication.update({
        where: { id },
        data: { state: 'withdrawn', version: { increment: 1 } },
      })
      const about = { organisationId: schoolId, personId, subject: `studio_application:${id}` }
      return {
        done: { id },
        events: [{ action: 'studio_application.withdrawn', ...about, after: { callId } }],
      }
    },
  })
}

/** The open call, and the actor's own application to it where there is one. */
async function lockOwn(tx: Db, actor: Actor, callId: string, today: PlainDate) {
  const { personId } = actor
  if (!personId) return refuse('not_found')
  await tx.$queryRaw`select id from person where id = ${personId}::uuid for no key update`
  const call = await tx.studioCall.findUnique({ where: { id: callId } })
  if (!call) return refuse('not_found')
  const days = {
    ...{ opensOn: fromDbDate(call.opensOn), closesOn: fromDbDate(call.closesOn) },
    termFrom: fromDbDate(call.termFrom),
  }
  if (stageOfCall({ ...days, state: call.state as CallState }, today) !== 'open') refuse('not_open')
  const own = await tx.studioApplication.findUnique({ where: { callId_personId: { callId, personId } } })
  return { call, own, personId }
}
