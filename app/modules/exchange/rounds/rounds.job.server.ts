/** What time alone does to rounds: the day after volunteering ends, points are counted and published. */
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { publishPoints } from './rounds.commands.server.ts'
import { roundUnderLock } from './rounds.queries.server.ts'

const house = { accountId: null, displayName: 'Shizi' }

export async function sweepRounds(): Promise<void> {
  const { db } = await database()
  await closeWindows(db, today())
}

/** As often as one likes, in any number of processes: a round that another has closed meanwhile is left alone. */
export async function closeWindows(db: PrismaClient, day: PlainDate): Promise<void> {
  const late = await db.$queryRaw<{ id: string }[]>`
    select id from exchange_round where state = 'volunteering' and volunteers_until < ${day}::date`
  for (const { id } of late) {
    await db.$transaction(async (tx) => {
      const round = await roundUnderLock(tx, id)
      if (round?.state !== 'volunteering' || round.volunteersUntil >= day) return
      await appendAudit(tx, house, [await publishPoints(tx, round)])
    })
  }
}
