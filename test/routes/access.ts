/**
 * Who may use which route, for every route there is: a new one is added here, or the matrix fails. Ids in a path are filled
 * by the matrix from the parameter's name; a guarded route with an id must also refuse the same role of another county.
 */
import type { Action } from '#app/platform/access/roles.ts'

/**
 * - `anyone`: no session needed.
 * - `signed-in`: any account.
 * - `holder`: an account that belongs to a person of the registry.
 * - an action: who holds it where the subject stands.
 */
export type Audience = 'anyone' | 'signed-in' | 'holder' | Action

/** What one form of a route posts, where its forms differ in who may send them. */
export type Post = Audience | { fields: Record<string, string>; by: Audience }[]

/** `get`: the route has a loader; `post`: it has an action. Neither: it shows only what its parents load. */
export type Access = { get?: Audience; post?: Post }

export const access: Record<string, Access> = {
  root: { get: 'anyone' },
  'routes/healthz': { get: 'anyone' },
  'routes/readyz': { get: 'anyone' },
  'routes/language': { get: 'anyone', post: 'anyone' },

  'routes/_auth+/_layout': {},
  'routes/_auth+/login': { get: 'anyone', post: 'anyone' },
  'routes/_auth+/logout': { get: 'anyone', post: 'anyone' },

  'routes/_app+/_layout': { get: 'signed-in' },
  'routes/_app+/index': { get: 'signed-in' },
  'routes/_app+/me+/index': { get: 'signed-in' },
  'routes/_app+/me+/record': { get: 'holder' },
  'routes/_app+/me+/password': { get: 'signed-in', post: 'signed-in' },
  'routes/_app+/me+/sessions': { get: 'signed-in', post: 'signed-in' },

  'routes/_app+/accounts+/index': { get: 'account:read' },
  'routes/_app+/accounts+/export[.]xlsx': { get: 'account:read' },
  'routes/_app+/accounts+/new': { get: 'account:manage', post: 'account:manage' },
  'routes/_app+/accounts+/$accountId': { get: 'account:read', post: 'account:manage' },
  'routes/_app+/accounts+/$accountId_.edit': { get: 'account:manage', post: 'account:manage' },
  'routes/_app+/accounts+/$accountId_.disable': { get: 'account:manage', post: 'account:manage' },
  'routes/_app+/accounts+/$accountId_.password': { get: 'account:manage', post: 'account:manage' },
  'routes/_app+/accounts+/$accountId_.grants_.new': { get: 'account:manage', post: 'account:manage' },
  'routes/_app+/accounts+/$accountId_.grants_.$grantId': { get: 'account:manage', post: 'account:manage' },

  'routes/_app+/audit+/index': { get: 'audit:read', post: 'audit:read' },
  'routes/_app+/audit+/export[.]xlsx': { get: 'audit:read' },
  'routes/_app+/audit+/$chainId.$seq': { get: 'audit:read' },

  'routes/_app+/staff+/index': { get: 'staff:read', post: 'staff:read' },
  'routes/_app+/staff+/export[.]xlsx': { get: 'staff:export' },
  'routes/_app+/staff+/national': { get: 'identity:reveal' },
  'routes/_app+/staff+/national[.]xlsx': { get: 'staff:export', post: 'identity:reveal' },
  'routes/_app+/staff+/retiring': { get: 'staff:read' },
  'routes/_app+/staff+/retiring[.]xlsx': { get: 'staff:export' },

  'routes/_app+/staff+/new': { get: 'staff:write', post: 'staff:write' },
  'routes/_app+/staff+/$personId': { get: 'staff:read', post: 'identity:reveal' },
  'routes/_app+/staff+/$personId_.change.$act': { get: 'staff:write', post: 'staff:write' },
  'routes/_app+/staff+/$personId_.correct': { get: 'staff:correct' },
  'routes/_app+/staff+/$personId_.correct_.$noun': { get: 'staff:correct', post: 'staff:correct' },

  'routes/_app+/organisations+/index': { get: 'organisation:read' },
  'routes/_app+/organisations+/export[.]xlsx': { get: 'organisation:read' },
  'routes/_app+/organisations+/import': { get: 'organisation:manage', post: 'organisation:manage' },
  'routes/_app+/organisations+/template[.]xlsx': { get: 'organisation:manage' },
  'routes/_app+/organisations+/new': { get: 'organisation:manage', post: 'organisation:manage' },
  'routes/_app+/organisations+/$organisationId': { get: 'organisation:read' },
  'routes/_app+/organisations+/$organisationId_.change.$orgAct': {
    get: 'organisation:manage',
    post: 'organisation:manage',
  },
  'routes/_app+/organisations+/options': { get: 'organisation:read' },

  'routes/_app+/imports+/index': { get: 'staff:import' },
  'routes/_app+/imports+/new': { get: 'staff:import', post: 'staff:import' },
  'routes/_app+/imports+/export[.]xlsx': { get: 'staff:import' },
  'routes/_app+/imports+/template[.]xlsx': { get: 'staff:import' },
  'routes/_app+/imports+/$batchId': { get: 'staff:import' },
  'routes/_app+/imports+/$batchId.index': { get: 'staff:import' },
  'routes/_app+/imports+/$batchId.mapping': { get: 'staff:import', post: 'staff:import' },
  'routes/_app+/imports+/$batchId.checking': { get: 'staff:import' },
  'routes/_app+/imports+/$batchId.preview': { get: 'staff:import' },
  'routes/_app+/imports+/$batchId.commit': { get: 'staff:import', post: 'staff:import' },
  'routes/_app+/imports+/$batchId.result': { get: 'staff:import' },
  'routes/_app+/imports+/$batchId.undo': { get: 'staff:import', post: 'staff:import' },
  'routes/_app+/imports+/$batchId.cancel': { get: 'staff:import', post: 'staff:import' },
  'routes/_app+/imports+/$batchId.progress[.]json': { get: 'staff:import' },
  'routes/_app+/imports+/$batchId.rejected[.]xlsx': { get: 'staff:import' },

  'routes/_app+/policy+/index': { get: 'policy:read' },
  'routes/_app+/policy+/$placeId.index': { get: 'policy:read' },
  'routes/_app+/policy+/$placeId.export[.]xlsx': { get: 'policy:read' },
  'routes/_app+/policy+/$placeId.$policyKey': { get: 'policy:read', post: 'policy:manage' },

  'routes/_app+/exchange+/index': { get: 'exchange:read' },
  'routes/_app+/exchange+/due.index': { get: 'exchange:read' },
  'routes/_app+/exchange+/due.export[.]xlsx': { get: 'exchange:read' },
  'routes/_app+/exchange+/due.$personId': { get: 'exchange:read' },
  'routes/_app+/exchange+/targets.index': { get: 'exchange:read' },
  'routes/_app+/exchange+/targets.export[.]xlsx': { get: 'exchange:read' },
  'routes/_app+/exchange+/exemptions.index': { get: 'exchange:read' },
  'routes/_app+/exchange+/exemptions.export[.]xlsx': { get: 'exchange:read' },
  'routes/_app+/exchange+/exemptions.new': { get: 'exchange:exempt', post: 'exchange:exempt' },
  'routes/_app+/exchange+/exemptions.$exemptionId': { get: 'exchange:read', post: 'exchange:exempt' },
  'routes/_app+/exchange+/exemptions.$exemptionId_.proof': { get: 'exchange:read' },
  'routes/_app+/me+/exchange': { get: 'holder' },
}
