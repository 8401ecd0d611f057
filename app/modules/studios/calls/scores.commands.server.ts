/** An expert's points for an application, blind: who applies and from where is not shown to whom scores. On `platform/acts`. */
import { schoolsOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { type Conflict, conflictOf } from '#app/platform/judging/scoring.ts'

export type ScoreRefusal = 'not_found' | 'not_scoring' | 'conflict' | 'no_points'
const refuse: Refuse<ScoreRefusal> = refuseAct

/** `points`: hundredths of a hundred; there are none where the expert declares a tie to it. It is said anew as long as scoring runs. */
export type ScoreWish = {
  applicationId: string
  points: number | null
  declares: boolean
  comment: string
}

export function giveScore(
  db: PrismaClient,
  actor: Actor,
  wish: ScoreWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ conflict: Conflict | null }, ScoreRefusal>> {
  const { applicationId, declares, comment } = wish
  const points = declares ? null : wish.points
  return perform(db, actor, {
    name: 'giveScore',
    input: wish,
    async lock(tx) {
      // Nothing is proposed while somebody scores.
      await tx.$queryRaw`
        select c.id from studio_call c join studio_application a on a.call_id = c.id
        where a.id = ${applicationId}::uuid for share of c`
      const application = await tx.studioApplication.findUnique({
        where: { id: applicationId },
        include: { call: { select: { state: true, orgId: true } } },
      })
      if (application?.state !== 'sent' || !actor.accountId) return refuse('not_found')
      const { callId } = application
      const expert = await tx.studioExpert.findUnique({
        where: { callId_accountId: { callId, accountId: actor.accountId } },
      })
      if (!expert) return refuse('not_found')
      if (application.call.state !== 'scoring') refuse('not_scoring')
      return { application, accountId: actor.accountId }
    },
    async write(tx, { application, accountId }) {
      if (!declares && points === null) refuse('no_points')
      const schoolIds = await schoolsOf(tx, actor.personId, today)
      const found = conflictOf({ personId: actor.personId, schoolIds }, application)
      if (found && points !== null) refuse('conflict')
      const conflict = declares ? (found ?? 'declared') : null
      const said = { points, conflict, comment, at: new Date() }
      await tx.studioScore.upsert({
        where: { applicationId_accountId: { applicationId, accountId } },
        create: { applicationId, accountId, callId: application.callId, ...said },
        update: said,
      })
      const event = {
        ...{ action: 'studio_score.given', organisationId: application.call.orgId },
        ...{ subject: `studio_application:${applicationId}`, after: { conflict } },
      }
      return { done: { conflict }, events: [event] }
    },
    // The trigger's word, where a post was given meanwhile.
    broken: ({ message }) => (message.includes('another school') ? 'conflict' : null),
  })
}
