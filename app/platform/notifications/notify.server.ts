/** Tells people something, once. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { MessageValues, ServerKey } from '#app/platform/i18n/translate.ts'
import { newId } from '#app/platform/ids.ts'

export type Telling = {
  accountId: string
  /** What makes two the same: `<room>.<what>:<of what, when>`. */
  key: string
  /** Words, with values for them; a plain day among them is written as the reader's language has it. */
  topic: ServerKey
  values: MessageValues
  /** The page where it is seen to. */
  href: string
}

/** In the caller's transaction; who was told before is left alone. */
export async function notify(tx: Db, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return
  const rows = tellings.map(({ accountId, ...telling }) => ({
    id: newId(),
    account_id: accountId,
    ...telling,
  }))
  await tx.$executeRaw`
    insert into notification (id, account_id, key, topic, "values", href)
    select id, account_id, key, topic, "values", href
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, account_id uuid, key text, topic text, "values" jsonb, href text)
    order by account_id, key
    on conflict (account_id, key) do nothing`
}

/** The account that a person of the staff holds and uses. */
export async function accountOf(tx: Db, personId: string): Promise<string | null> {
  const found = await tx.account.findUnique({ where: { personId }, select: { id: true, disabledAt: true } })
  return found && found.disabledAt === null ? found.id : null
}
