/** The holder's own open sessions. */
import type { Db } from '#app/platform/database/client.server.ts'

export type OwnSession = {
  /** The table's key: a hash that opens nothing. */
  key: string
  device: string
  createdAt: string
  lastSeenAt: string
  isThisDevice: boolean
}

/** Open sessions of an account, this device first, then the one last used. */
export async function listOwnSessions(db: Db, accountId: string, currentKey: string): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { accountId, expiresAt: { gt: new Date() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  })
  const sessions = rows.map(({ id, device, createdAt, lastSeenAt }) => ({
    key: id,
    device,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isThisDevice: id === currentKey,
  }))
  return [...sessions.filter((one) => one.isThisDevice), ...sessions.filter((one) => !one.isThisDevice)]
}
