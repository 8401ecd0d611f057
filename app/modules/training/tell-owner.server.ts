/** Who reported a training hears what became of it, with the reason. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { TrainingEntry } from '#app/platform/database/generated/client.ts'
import { accountOf, notify } from '#app/platform/notifications/notify.server.ts'

/** In the transaction that decides; who has no account hears nothing. */
export async function tellOwner(
  tx: Db,
  { id, personId, version, title }: Pick<TrainingEntry, 'id' | 'personId' | 'version' | 'title'>,
  state: 'returned' | 'reversed',
  reason: string,
): Promise<void> {
  const accountId = await accountOf(tx, personId)
  if (!accountId) return
  const told = {
    key: `training.${state}:${id}:${version}`,
    values: { title, reason },
    href: `/me/hours/${id}`,
  }
  await notify(tx, [{ accountId, topic: `training.told_${state}`, ...told }])
}
