/** Changing the own password: the old one is asked, all other sessions end. */
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { hashPassword, verifyPassword } from './password.server.ts'

export type PasswordRefusal = 'wrong' | 'same'
const refuse: Refuse<PasswordRefusal> = refuseAct

export async function changeOwnPassword(
  db: PrismaClient,
  accountId: string,
  keepSessionKey: string,
  input: { current: string; next: string } & Keyed,
): Promise<Outcome<object, PasswordRefusal>> {
  const {
    organisationId,
    displayName,
    passwordHash: held,
  } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
  })
  // Both take milliseconds: outside the transaction.
  const isRight = await verifyPassword(held, input.current)
  const passwordHash = await hashPassword(input.next)
  return perform(
    db,
    { accountId, displayName },
    {
      name: 'changeOwnPassword',
      input,
      async lock(tx) {
        await tx.$queryRaw`select id from account where id = ${accountId}::uuid for no key update`
        const now = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
        if (!isRight || now.passwordHash !== held) refuse('wrong')
        if (input.current === input.next) refuse('same')
      },
      async write(tx) {
        const data = { passwordHash, mustChangePassword: false }
        await tx.account.update({ where: { id: accountId }, data })
        await tx.session.deleteMany({ where: { accountId, id: { not: keepSessionKey } } })
        const subject = `account:${accountId}`
        return { done: {}, events: [{ action: 'account.password_changed', organisationId, subject }] }
      },
    },
  )
}
