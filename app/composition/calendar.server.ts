/** The calendar behind a secret address: the deadlines and the events that each room knows of its holder. */
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { DatedEvent, Deadline } from '#app/platform/manifest/manifest.ts'
import { calendarOf } from '#app/platform/notifications/calendar.server.ts'
import { hashOf } from '#app/platform/notifications/choices.commands.server.ts'
import { wordsIn } from '#app/platform/notifications/digest.server.ts'
import { rooms } from './register.server.ts'

/** Null where no account that is in use has such an address. */
export async function calendarBehind(db: Db, secret: string): Promise<string | null> {
  const feed = await db.calendarFeed.findUnique({
    where: { secretHash: hashOf(secret) },
    select: {
      account: {
        select: { personId: true, disabledAt: true, notificationChoice: { select: { locale: true } } },
      },
    },
  })
  if (!feed || feed.account.disabledAt !== null) return null
  const { personId, notificationChoice } = feed.account
  const words = wordsIn(notificationChoice?.locale ?? '')
  const deadlines: Deadline[] = []
  const events: DatedEvent[] = []
  for (const room of personId ? rooms() : []) {
    const asking = { db, personId: personId ?? '', day: today(), words }
    deadlines.push(...((await room.deadlines?.(asking)) ?? []))
    events.push(...((await room.events?.(asking)) ?? []))
  }
  return calendarOf(words.t('notification.calendar_name'), deadlines, events)
}
