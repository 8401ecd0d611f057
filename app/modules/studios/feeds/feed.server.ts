/** The secret addresses of the calendars of studios and schools: made, renewed, and what stands behind one. */
import { randomBytes } from 'node:crypto'
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { settings } from '#app/platform/env.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { calendarOf } from '#app/platform/notifications/calendar.server.ts'
import { hashOf } from '#app/platform/notifications/choices.commands.server.ts'
import { decryptPersonal, encryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { lockStudio } from '../activities/activities.commands.server.ts'
import { eventsOf } from './feed-events.server.ts'

export type SharedFeed = { kind: 'studio' | 'school'; id: string }

const refuse: Refuse<'not_allowed'> = refuseAct
const SECRET_BYTES = 24

/** A secret address, by the leader of the studio or who answers for the school; the one before opens nothing any more. */
export function makeStudioFeed(
  db: PrismaClient,
  actor: Actor,
  wish: SharedFeed & Keyed,
  today: PlainDate,
): Promise<Outcome<object, 'not_allowed'>> {
  const { kind, id: subjectId } = wish
  return perform(db, actor, {
    name: 'makeStudioFeed',
    input: wish,
    async lock(tx) {
      if (kind === 'studio') return (await lockStudio(tx, actor, subjectId, today)).studio.orgId
      const school = await tx.organisation.findUnique({ where: { id: subjectId }, select: { lineage: true } })
      if (!school || !can(actor, 'studios:host', school)) return refuse('not_allowed')
      return subjectId
    },
    async write(tx, organisationId) {
      const secret = randomBytes(SECRET_BYTES).toString('base64url')
      const data = { secret: encryptPersonal(secret), secretHash: hashOf(secret), madeAt: new Date() }
      await tx.studioFeed.upsert({
        where: { kind_subjectId: { kind, subjectId } },
        create: { kind, subjectId, ...data },
        update: data,
      })
      const subject = kind === 'studio' ? `studio:${subjectId}` : `organisation:${subjectId}`
      return { done: {}, events: [{ action: 'studio_feed.made', organisationId, subject }] }
    },
  })
}

/** For those who belong to it; null where none was made. */
export async function feedAddress(db: Db, { kind, id: subjectId }: SharedFeed): Promise<string | null> {
  const found = await db.studioFeed.findUnique({ where: { kind_subjectId: { kind, subjectId } } })
  return found && `${settings().PUBLIC_URL ?? ''}/feeds/${decryptPersonal(found.secret)}.ics`
}

/** Null where the address is nobody's. */
export async function calendarBehindFeed(
  db: Db,
  secret: string,
  today: PlainDate,
  words: Words,
): Promise<string | null> {
  const feed = await db.studioFeed.findUnique({ where: { secretHash: hashOf(secret) } })
  if (!feed) return null
  const of = { kind: feed.kind as SharedFeed['kind'], id: feed.subjectId }
  const named =
    of.kind === 'studio'
      ? await db.studio.findUnique({ where: { id: of.id }, select: { name: true } })
      : await db.organisation.findUnique({ where: { id: of.id }, select: { name: true } })
  return calendarOf(named?.name ?? '', [], await eventsOf(db, of, today, words))
}
