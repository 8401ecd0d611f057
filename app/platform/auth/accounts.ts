/** Accounts as their pages show them, and the filter of their list. */
import { isRole, type Role } from '#app/platform/access/roles.ts'

export type GrantView = {
  id: string
  role: Role
  organisationId: string
  organisationName: string
  grantedAt: string
  /** Null: given by the system itself (command line). */
  grantedBy: string | null
}

export type AccountRow = {
  id: string
  username: string
  displayName: string
  organisationName: string
  roles: { role: Role; organisationName: string }[]
  isDisabled: boolean
  /** Latest use of a session that still stands; null when there is none. */
  lastSeenAt: string | null
}

export type AccountFilter = {
  query: string
  /** This organisation and all below it. */
  organisationId: string | null
  role: Role | null
  state: 'active' | 'disabled' | null
}

/** The filter an address asks for, its organisation already found; what it cannot mean is left out. */
export function accountFilterOf(params: URLSearchParams, organisationId: string | null): AccountFilter {
  const role = params.get('role') ?? ''
  const state = params.get('state')
  return {
    query: (params.get('q') ?? '').trim().slice(0, 60),
    organisationId,
    role: isRole(role) ? role : null,
    state: state === 'active' || state === 'disabled' ? state : null,
  }
}

/** Why an act on an account was refused. */
export type AccountRefusal =
  | 'forbidden'
  | 'last_administrator'
  | 'username_taken'
  | 'person_unknown'
  | 'person_taken'
  | 'role_refused'
  | 'already_held'
  | 'not_held'
