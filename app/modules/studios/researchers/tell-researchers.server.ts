/** Tells researchers and their schools. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { MessageValues, ServerKey } from '#app/platform/i18n/translate.ts'
import { accountOf, notify } from '#app/platform/notifications/notify.server.ts'
import { answering } from '../activities/tell.server.ts'

export const RESEARCH_PATH = '/me/studios/research'
export const HOSTED_RESEARCH_PATH = '/studios/visits/research'

type Told = { values: MessageValues; key: string }

export async function tellResearcher(
  tx: Db,
  topic: ServerKey,
  { personId, values, key }: Told & { personId: string },
): Promise<void> {
  const accountId = await accountOf(tx, personId)
  if (!accountId) return
  await notify(tx, [{ accountId, topic, values, href: RESEARCH_PATH, key: `${topic}:${key}` }])
}

/** Whoever answers for the school. */
export async function tellSchool(
  tx: Db,
  topic: ServerKey,
  { schoolId, values, key }: Told & { schoolId: string },
): Promise<void> {
  const telling = { topic, values, href: HOSTED_RESEARCH_PATH, key: `${topic}:${key}` }
  const accounts = await answering(tx, [schoolId])
  await notify(
    tx,
    accounts.map((accountId) => ({ accountId, ...telling })),
  )
}
