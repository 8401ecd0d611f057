/** The roles, and what each may do. One table, so that a reader sees at a glance who can do what. */

/** Every act that is guarded, over all modules: `<noun>:<verb>`. */
export const actions = [
  'account:read',
  'account:manage',
  'organisation:read',
  'organisation:manage',
  'staff:read',
  'staff:write',
  'staff:correct',
  'staff:export',
  'staff:import',
  'identity:reveal',
  'audit:read',
  'policy:read',
  'policy:manage',
  'exchange:read',
  'exchange:exempt',
  'exchange:endorse',
  'exchange:manage',
  'exchange:approve',
] as const
export type Action = (typeof actions)[number]

/**
 * - administrator 系统管理员: accounts, grants and organisations of own scope; sees staff, changes none.
 * - registrar 人事管理: the registry of own scope, import and export, identity numbers on request; sets the
 *   numbers of regulations; runs and approves exchange.
 * - school_office 学校办公室: keeps the own school's staff right, and their exemptions from exchange.
 * - leader 单位负责人: reads and exports; endorses for the own school.
 * - inspector 督导: reads everything in scope incl. the audit trail, changes nothing.
 */
export const roles = {
  administrator: [
    'account:read',
    'account:manage',
    'organisation:read',
    'organisation:manage',
    'staff:read',
    'audit:read',
  ],
  registrar: [
    'organisation:read',
    'organisation:manage',
    'staff:read',
    'staff:write',
    'staff:correct',
    'staff:export',
    'staff:import',
    'identity:reveal',
    'audit:read',
    'policy:read',
    'policy:manage',
    'exchange:read',
    'exchange:exempt',
    'exchange:manage',
    'exchange:approve',
  ],
  school_office: [
    'organisation:read',
    'staff:read',
    'staff:write',
    'staff:export',
    'policy:read',
    'exchange:read',
    'exchange:exempt',
  ],
  leader: [
    'organisation:read',
    'staff:read',
    'staff:export',
    'policy:read',
    'exchange:read',
    'exchange:endorse',
  ],
  inspector: [
    'account:read',
    'organisation:read',
    'staff:read',
    'staff:export',
    'audit:read',
    'policy:read',
    'exchange:read',
  ],
} as const satisfies Record<string, readonly Action[]>
export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

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
  return Object.hasOwn(roles, text)
}

/** Whether the role itself carries the action (where it reaches is the grant's matter). */
export function roleAllows(role: Role, action: Action): boolean {
  return (roles[role] as readonly Action[]).includes(action)
}
