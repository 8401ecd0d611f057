/** Ending own sessions: one, all others, or all. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform } from '#app/platform/acts/perform.server.ts'
import type { Prisma, PrismaClient } from '#app/platform/database/generated/client.ts'

/** Which of the own sessions end. */
export type WhichSessions = { key: string } | { allBut: string } | 'all'

/** Ends own sessions, never another's; answers how many ended. None left to end is no failure: it is what was wanted. */
export async function endOwnSessions(
  db: PrismaClient,
  actor: Actor,
  which: WhichSessions,
  given: Keyed = {},
): Promise<number> {
  const { accountId, organisationId, personId } = actor
  const where = { accountId, ...narrow(which) }
  const outcome: Outcome<{ count: number }, never> = await perform(db, actor, {
    name: 'endOwnSessions',
    input: { which, ...given },
    lock: async () => {},
    async write(tx) {
      const { count } = await tx.session.deleteMany({ where })
      const about = { organisationId, personId, subject: `account:${accountId}` }
      const event = { action: 'session.ended', ...about, after: { sessionsEnded: count } }
      return { done: { count }, events: count === 0 ? [] : [event] }
    },
  })
  return outcome.ok ? outcome.count : 0
}

function narrow(which: WhichSessions): Prisma.SessionWhereInput {
  if (which === 'all') return {}
  return 'key' in which ? { id: which.key } : { id: { not: which.allBut } }
}
