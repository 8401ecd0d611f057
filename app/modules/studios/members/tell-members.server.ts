/** Tells members and leaders of invitations, wishes to join, and who left. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import { accountOf, notify } from '#app/platform/notifications/notify.server.ts'

type Of = { id: string; name: string; leaderId: string | null }

/** Somebody who is asked, taken or let go. */
export async function tellMember(
  tx: Db,
  topic: ServerKey,
  { studio, personId, key }: { studio: Of; personId: string; key: string },
): Promise<void> {
  const accountId = await accountOf(tx, personId)
  if (!accountId) return
  const values = { studio: studio.name }
  await notify(tx, [{ accountId, topic, values, href: '/me/studios', key: `${topic}:${key}` }])
}

/** `name`: who wants to join, answered, or left. */
export async function tellStudioLeader(
  tx: Db,
  topic: ServerKey,
  { studio, name, key }: { studio: Of; name: string; key: string },
): Promise<void> {
  const accountId = studio.leaderId && (await accountOf(tx, studio.leaderId))
  if (!accountId) return
  const values = { studio: studio.name, name }
  await notify(tx, [
    { accountId, topic, values, href: `/me/studios/${studio.id}/members`, key: `${topic}:${key}` },
  ])
}
