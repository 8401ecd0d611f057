/** Tells members and leaders of invitations, wishes to join, and who left. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import { accountOf, notify } from '#app/platform/notifications/notify.server.ts'
import { accountsOf } from '../activities/tell.server.ts'

type Of = { id: string; name: string; leaderId: string | null }

type Told = { studio: Of; personIds: readonly string[]; key: string }

/** People who are asked, taken or let go. */
export async function tellMembers(tx: Db, topic: ServerKey, { studio, personIds, key }: Told): Promise<void> {
  const accounts = await accountsOf(tx, personIds)
  const telling = { topic, values: { studio: studio.name }, href: '/me/studios', key: `${topic}:${key}` }
  await notify(
    tx,
    accounts.map((accountId) => ({ accountId, ...telling })),
  )
}

/** One of them. */
export const tellMember = (
  tx: Db,
  topic: ServerKey,
  { personId, ...told }: { studio: Of; personId: string; key: string },
): Promise<void> => tellMembers(tx, topic, { ...told, personIds: [personId] })

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
