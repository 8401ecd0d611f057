/**
 * A form that is sent twice acts once. The first one's transaction holds its key; the second waits for it, and is then given
 * the same answer, without acting. A refused act leaves no key: the form may be mended and sent again.
 */
import { createHash } from 'node:crypto'
import type { Db } from '#app/platform/database/client.server.ts'
import { decryptPersonal, encryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { FORM_KEY, type Keyed } from './outcome.ts'

const KEPT_HOURS = 24

/**
 * What makes two sent forms the same: the act, the key the form was drawn under, and every value in it; null without a key.
 * The hash tells nothing of the values, for the key in it is random and kept nowhere.
 */
export function turnKey(act: string, { formKey, ...input }: object & Keyed): string | null {
  if (!formKey) return null
  const text = JSON.stringify([act, formKey, input], (_, value) =>
    value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value,
  )
  return createHash('sha256').update(text).digest('hex')
}

/** Claims the key for this transaction: null when it is ours now, else what was answered. Waits while another holds it. */
export async function takeTurn<Done extends object>(
  tx: Db,
  accountId: string,
  key: string,
): Promise<Done | null> {
  const isOurs = await tx.$executeRaw`
    insert into form_act (account_id, key, answer) values (${accountId}::uuid, ${key}, '') on conflict do nothing`
  if (isOurs > 0) return null
  const { answer } = await tx.formAct.findUniqueOrThrow({ where: { accountId_key: { accountId, key } } })
  return JSON.parse(decryptPersonal(answer)) as Done
}

/** Keeps the answer, encrypted (it may be a password that is shown once), until it is swept. */
export async function keepAnswer(tx: Db, accountId: string, key: string, done: object): Promise<void> {
  const answer = encryptPersonal(JSON.stringify(done))
  await tx.formAct.update({ where: { accountId_key: { accountId, key } }, data: { answer } })
}

/** Forgets answers that no open page can still ask for. */
export async function sweepFormActs(db: Db): Promise<void> {
  const before = new Date(Date.now() - KEPT_HOURS * 3_600_000)
  await db.formAct.deleteMany({ where: { doneAt: { lt: before } } })
}

/** Reads the key of a posted form; anything but an id is none. */
export function formKeyOf(form: FormData): string | null {
  const key = form.get(FORM_KEY)
  return typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key) ? key : null
}
