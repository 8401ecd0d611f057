/** Tells candidates what becomes of them. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { MessageValues, ServerKey } from '#app/platform/i18n/translate.ts'
import { accountOf, notify } from '#app/platform/notifications/notify.server.ts'

type Told = {
  id: string
  personId: string
  cohort: { id: string; title: string }
  /** Of the candidacy: something is told once of it. */
  version: number
  values?: MessageValues
}

export async function tellCandidate(
  tx: Db,
  topic: ServerKey,
  { id, personId, cohort, version, values }: Told,
): Promise<void> {
  const accountId = await accountOf(tx, personId)
  if (!accountId) return
  await notify(tx, [
    {
      ...{ accountId, topic, href: `/me/principals/${cohort.id}`, key: `${topic}:${id}:${version}` },
      values: { title: cohort.title, ...values },
    },
  ])
}
