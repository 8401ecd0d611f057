/** What a room does once a day, whichever process comes first. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'

/** In one transaction with the mark that it was done: a failure leaves it to be done again. */
export async function oncePerDay(
  db: PrismaClient,
  room: string,
  day: PlainDate,
  act: (tx: Db) => Promise<void>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const isOurs = await tx.$executeRaw`
      insert into notification_round as r (room, day) values (${room}, ${day}::date)
      on conflict (room) do update set day = excluded.day where r.day < excluded.day`
    if (isOurs > 0) await act(tx)
  })
}
