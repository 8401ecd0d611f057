/** Ending own sessions: one, all others, or all. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Prisma, PrismaClient } from '#app/platform/database/generated/client.ts'

/** Which of the own sessions end. */
export type WhichSessions = { key: string } | { allBut: string } | 'all'

/** Ends own sessions, never another's; answers how many ended. None left to end is no failure: it is what was wanted. */
export function endOwnSessions(db: PrismaClient, actor: Actor, which: WhichSessions): Promise<number> {
  return db.$transaction(async (tx) => {
    const { accountId, organisationId, personId } = actor
    const { count } = await tx.session.deleteMany({ where: { accountId, ...narrow(which) } })
    if (count === 0) return 0
    await appendAudit(tx, actor, [
      {
        action: 'session.ended',
        organisationId,
        personId,
        subject: `account:${accountId}`,
        after: { sessionsEnded: count },
      },
    ])
    return count
  })
}

function narrow(which: WhichSessions): Prisma.SessionWhereInput {
  if (which === 'all') return {}
  return 'key' in which ? { id: which.key } : { id: { not: which.allBut } }
}
