/** How one wants to be told: chosen, read, and one's calendar's address made anew. */
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { settings } from '#app/platform/env.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { decryptPersonal, encryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import type { ChoiceWish } from './choices.ts'
import { hasMail } from './email.server.ts'
import { isRobotAddress } from './robot.ts'

export type ChoiceRefusal = 'webhook_missing' | 'webhook_wrong' | 'no_mail'
const refuse: Refuse<ChoiceRefusal> = refuseAct

/** Changed addresses are tried anew. The trail is told which channels, never the addresses. */
export function saveChoice(
  db: PrismaClient,
  actor: Actor,
  wish: ChoiceWish & { locale: Locale } & Keyed,
): Promise<Outcome<object, ChoiceRefusal>> {
  const { email, robot, webhook: typed, digestHour, quietFrom, quietUntil, locale } = wish
  const { accountId } = actor
  return perform(db, actor, {
    name: 'saveChoice',
    input: wish,
    async lock(tx) {
      const before = await tx.notificationChoice.findUnique({ where: { accountId } })
      if (email !== null && !hasMail()) refuse('no_mail')
      if (robot !== 'none' && !typed) refuse('webhook_missing')
      if (robot !== 'none' && typed && !isRobotAddress(robot, typed, settings().ROBOT_HOSTS))
        refuse('webhook_wrong')
      return before
    },
    async write(tx, before) {
      const webhook = robot === 'none' ? null : typed
      const data = {
        ...{ robot, digestHour, quietFrom, quietUntil, locale },
        email: email === null ? null : encryptPersonal(email),
        webhook: webhook === null ? null : encryptPersonal(webhook),
        ...(email !== opened(before?.email) && { emailProblem: null }),
        ...(webhook !== opened(before?.webhook) && { webhookProblem: null }),
      }
      await tx.notificationChoice.upsert({
        where: { accountId },
        create: { accountId, ...data },
        update: { ...data, version: { increment: 1 } },
      })
      const after = { isByMail: email !== null, robot, digestHour, quietFrom, quietUntil }
      return { done: {}, events: [{ action: 'notification.chosen', ...about(actor), after }] }
    },
  })
}

const opened = (sealed: Uint8Array | null | undefined) => (sealed ? decryptPersonal(sealed) : null)
const about = ({ accountId, organisationId, personId }: Actor) => ({
  ...{ organisationId, personId, subject: `account:${accountId}` },
})

/** Everything up to now is read. */
export async function readAll(db: Db, { accountId }: Actor): Promise<void> {
  await db.notification.updateMany({ where: { accountId, readAt: null }, data: { readAt: new Date() } })
}

/** A secret address for one's calendar; the one before opens nothing any more. */
export function makeFeed(db: PrismaClient, actor: Actor, input: Keyed): Promise<Outcome<object, never>> {
  const { accountId } = actor
  return perform(db, actor, {
    name: 'makeFeed',
    input: { ...input },
    lock: async () => null,
    async write(tx) {
      const secret = randomBytes(24).toString('base64url')
      const data = { secret: encryptPersonal(secret), secretHash: hashOf(secret), madeAt: new Date() }
      await tx.calendarFeed.upsert({ where: { accountId }, create: { accountId, ...data }, update: data })
      return { done: {}, events: [{ action: 'notification.feed_made', ...about(actor), after: {} }] }
    },
  })
}

/** What the table knows a secret by. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
