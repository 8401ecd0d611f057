/** Who acts, and whether they may. The default is no; each grant speaks only for its own organisation and below. */
import { type Action, type Role, roleAllows } from './roles.ts'

/** A role held at an organisation, with that organisation's place in the tree. */
export type HeldGrant = { role: Role; organisationId: string; organisationKind: string }

/** The signed-in person, as every query and command takes them. */
export type Actor = {
  accountId: string
  displayName: string
  /** The holder's own registry record, if any: everybody may read their own. */
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
 * Whether the actor may give `role` at a place: only with account:manage there, and only a role whose every action the
 * actor holds there too, so that nobody gives more than they have.
 */
export function canGive(
  actor: Actor,
  role: Role,
  at: Placed,
  actionsOf: (role: Role) => readonly Action[],
): boolean {
  if (!can(actor, 'account:manage', at)) return false
  return actionsOf(role).every((action) => can(actor, action, at))
}
