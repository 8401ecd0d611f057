/** A root organisation always keeps somebody who can let others in. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'

/**
 * Whether the account is the last living administrator of a root organisation. Locks those organisations' rows until the
 * transaction ends, so that of two who remove each other at once only one succeeds; foreign keys do not wait for it.
 * `grantId`: asks only about this one grant, when it is to be taken away.
 */
export async function isLastAdministrator(tx: Db, accountId: string, grantId?: string): Promise<boolean> {
  const held = await tx.grant.findMany({
    where: {
      id: grantId,
      accountId,
      role: 'administrator',
      revokedAt: null,
      organisation: { parentId: null },
    },
    select: { organisationId: true },
  })
  const roots = held.map((grant) => grant.organisationId)
  if (roots.length === 0) return false
  await tx.$queryRaw`select 1 as locked from organisation where id in (${Prisma.join(
    roots.map((id) => Prisma.sql`${id}::uuid`),
  )}) order by id for no key update`
  const others = await tx.grant.findMany({
    where: {
      organisationId: { in: roots },
      role: 'administrator',
      revokedAt: null,
      accountId: { not: accountId },
      account: { disabledAt: null },
    },
    select: { organisationId: true },
  })
  const kept = new Set(others.map((grant) => grant.organisationId))
  return roots.some((id) => !kept.has(id))
}
