/** Giving and taking roles. */
import { type Actor, canGive } from '#app/platform/access/actor.ts'
import { isRole, type Role } from '#app/platform/access/roles.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { onAccount, refuse } from './account-guard.server.ts'
import type { AccountOutcome } from './accounts.commands.server.ts'
import { isLastAdministrator } from './last-administrator.server.ts'

/** Gives a role at an organisation to an account; it counts from the holder's next request on. */
export function giveGrant(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  input: { role: Role; organisationId: string } & Keyed,
): Promise<AccountOutcome> {
  const { role, organisationId } = input
  return onAccount(db, actor, { act: 'giveGrant', accountId, input }, async (tx, { by, account }) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!place || !canGive(by, role, place)) refuse('role_refused')
    const isHeld = account.grants.some((one) => one.role === role && one.organisationId === organisationId)
    if (isHeld) refuse('already_held')
    const grantedById = by.accountId
    await tx.grant.create({ data: { id: newId(), accountId, role, organisationId, grantedById } })
    const about = { organisationId, personId: account.personId, subject: `account:${accountId}` }
    const after = { username: account.username, role, organisation: place.name }
    return { done: {}, events: [{ action: 'grant.given', ...about, after }] }
  })
}

/** Takes a role away; it is kept with its end, so that it can be told who held what when. */
export function revokeGrant(
  db: PrismaClient,
  actor: Actor,
  accountId: string,
  grantId: string,
  given: Keyed = {},
): Promise<AccountOutcome> {
  const input = { grantId, ...given }
  return onAccount(db, actor, { act: 'revokeGrant', accountId, input }, async (tx, { by, account }) => {
    const grant = account.grants.find((one) => one.id === grantId) ?? refuse('not_held')
    const { role, organisationId, organisation } = grant
    if (isRole(role) && !canGive(by, role, organisation)) refuse('role_refused')
    if (await isLastAdministrator(tx, accountId, grantId)) refuse('last_administrator')
    await tx.grant.update({ where: { id: grantId }, data: { revokedAt: new Date() } })
    const about = { organisationId, personId: account.personId, subject: `account:${accountId}` }
    const before = { username: account.username, role, organisation: organisation.name }
    return { done: {}, events: [{ action: 'grant.revoked', ...about, before }] }
  })
}
