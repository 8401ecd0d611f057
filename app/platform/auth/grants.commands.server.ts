/** Giving and taking roles. `canGive` is the only gate; the own grants are out of reach (account-guard). */
import { type Actor, canGive } from '#app/platform/access/actor.ts'
import { isRole, type Role } from '#app/platform/access/roles.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { onAccount, type Refused, refused } from './account-guard.server.ts'
import { isLastAdministrator } from './last-administrator.server.ts'

/** Gives a role at an organisation to an account; it counts from the holder's next request on. */
export function giveGrant(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  { role, organisationId }: { role: Role; organisationId: string },
): Promise<{ ok: true } | Refused> {
  return onAccount(db, actor, accountId, async (tx, by, account) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!place || !canGive(by, role, place)) return refused('role_refused')
    const isHeld = account.grants.some((one) => one.role === role && one.organisationId === organisationId)
    if (isHeld) return refused('already_held')
    const grantedById = by.accountId
    await tx.grant.create({ data: { id: newId(), accountId, role, organisationId, grantedById } })
    await appendAudit(tx, by, [
      {
        action: 'grant.given',
        organisationId,
        personId: account.personId,
        subject: `account:${accountId}`,
        after: { username: account.username, role, organisation: place.name },
      },
    ])
    return { ok: true }
  })
}

/** Takes a role away; it is kept with its end, so that it can be told who held what when. */
export function revokeGrant(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  grantId: string,
): Promise<{ ok: true } | Refused> {
  return onAccount(db, actor, accountId, async (tx, by, account) => {
    const grant = account.grants.find((one) => one.id === grantId)
    if (!grant) return refused('not_held')
    const { role, organisationId, organisation } = grant
    if (isRole(role) && !canGive(by, role, organisation)) return refused('role_refused')
    if (await isLastAdministrator(tx, accountId, grantId)) return refused('last_administrator')
    await tx.grant.update({ where: { id: grantId }, data: { revokedAt: new Date() } })
    await appendAudit(tx, by, [
      {
        action: 'grant.revoked',
        organisationId,
        personId: account.personId,
        subject: `account:${accountId}`,
        before: { username: account.username, role, organisation: organisation.name },
      },
    ])
    return { ok: true }
  })
}
