/** Who acts, and whether they may. The default is no; each grant speaks only for its own organisation and below. */
import { type Action, grantable, type Role, roleAllows } from './roles.ts'

/** A role held at an organisation, with that organisation's place in the tree. */
export type HeldGrant = { role: Role; organisationId: string; organisationKind: string }

/** The signed-in person, as every query and command takes them. */
export type Actor = {
  accountId: string
  displayName: string
  /** The holder's own record, if any: everybody may read their own. */
  personId: string | null
  organisationId: string
  grants: readonly HeldGrant[]
}

/** Where something stands: its organisation's lineage, root first, itself last. */
export type Placed = { lineage: readonly string[] }

/** Organisations at which the actor holds a role carrying `action`; empty means nowhere. */
export function scopeOf(actor: Actor, action: Action): string[] {
  const held = actor.grants.filter((grant) => roleAllows(grant.role, action))
  return [...new Set(held.map((grant) => grant.organisationId))]
}

/**
 * Whether one single grant carries the action and reaches the subject. Roles at different places never add up:
 * writing at school A and reading county B do not make writing in county B.
 */
export function can(actor: Actor, action: Action, subject: Placed): boolean {
  return actor.grants.some(
    (grant) => roleAllows(grant.role, action) && subject.lineage.includes(grant.organisationId),
  )
}

/** Whether the actor may do it anywhere at all: shows or hides a menu entry, never opens a record. */
export function canSomewhere(actor: Actor, action: Action): boolean {
  return actor.grants.some((grant) => roleAllows(grant.role, action))
}

/**
 * Whether the actor may give or take `role` at a place: one single grant must list the role as grantable and reach the
 * place (docs/decisions/0005). Never beyond the own place, never a role that the own one does not list.
 */
export function canGive(actor: Actor, role: Role, at: Placed): boolean {
  return actor.grants.some(
    (grant) => grantable[grant.role].includes(role) && at.lineage.includes(grant.organisationId),
  )
}

/** An account as it stands in the tree: its own organisation, and every role it holds with that role's place. */
export type PlacedAccount = Placed & { id: string; grants: readonly (Placed & { role: Role })[] }

/**
 * Whether the actor may act on an account: it is not the own one, its organisation is within reach, and so is
 * everything it holds. Who reaches a part of an account's powers only could take over the rest with its password.
 */
export function canManageAccount(actor: Actor, account: PlacedAccount): boolean {
  if (account.id === actor.accountId) return false
  if (!can(actor, 'account:manage', account)) return false
  return account.grants.every((grant) => canGive(actor, grant.role, grant))
}
