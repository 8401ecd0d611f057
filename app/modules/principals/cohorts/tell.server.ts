/** Tells candidates what becomes of them. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { MessageValues, ServerKey } from '#app/platform/i18n/translate.ts'
import { notify } from '#app/platform/notifications/notify.server.ts'

type Told = {
  id: string
  personId: string
  cohort: { id: string; title: string }
  /** Of the candidacy: something is told once of it. */
  version: number
  values?: MessageValues
}

/** Each with their own values. */
export async function tellCandidates(tx: Db, topic: ServerKey, told: readonly Told[]): Promise<void> {
  const accounts = await tx.account.findMany({
    where: { personId: { in: told.map(({ personId }) => personId) }, disabledAt: null },
    select: { id: true, personId: true },
  })
  await notify(
    tx,
    told.flatMap(({ id, personId, cohort, version, values }) => {
      const account = accounts.find((one) => one.personId === personId)
      const href = `/me/principals/${cohort.id}`
      const of = { topic, href, key: `${topic}:${id}:${version}`, values: { title: cohort.title, ...values } }
      return account ? [{ accountId: account.id, ...of }] : []
    }),
  )
}

export const tellCandidate = (tx: Db, topic: ServerKey, told: Told): Promise<void> =>
  tellCandidates(tx, topic, [told])
