/** The roles, and what each may do: every room says which of its actions a role has. */

/** Filled by every room with its actions, so that an unknown one does not compile. */
export interface KnownActions extends Record<never, true> {}

/** Every act that is guarded, over all rooms: `<noun>:<verb>`. */
export type Action = keyof KnownActions & string

/**
 * - administrator 系统管理员: accounts, grants and organisations of own scope; sees staff, changes none.
 * - registrar 人事管理: keeps the staff of own scope, sets the numbers of regulations, runs what the bureau runs.
 * - school_office 学校办公室: keeps the own school's staff right.
 * - leader 单位负责人: reads and exports; endorses for the own school.
 * - inspector 督导: reads everything in scope incl. the audit trail, changes nothing.
 */
export const roleNames = ['administrator', 'registrar', 'school_office', 'leader', 'inspector'] as const
export type Role = (typeof roleNames)[number]

/** Which roles have an action. */
export type ActionTable = Readonly<Record<string, readonly Role[]>>

const holders = new Map<string, ReadonlySet<Role>>()

/** A room says who may do what in it. Until it has, nobody may. */
export function registerActions(table: ActionTable): void {
  for (const [action, roles] of Object.entries(table)) holders.set(action, new Set(roles))
}

/**
 * Which roles a holder may give and take, at the organisation of their own grant or below it. Appointing is part of what
 * an administrator has, so it is written down here; nothing else gives it (docs/decisions/0005).
 */
export const grantable: Record<Role, readonly Role[]> = {
  administrator: ['administrator', 'registrar', 'school_office', 'leader', 'inspector'],
  registrar: [],
  school_office: [],
  leader: [],
  inspector: [],
}

export function isRole(text: string): text is Role {
  return roleNames.some((role) => role === text)
}

/** Whether the role itself carries the action (where it reaches is the grant's matter). */
export function roleAllows(role: Role, action: Action): boolean {
  return holders.get(action)?.has(role) ?? false
}
