/** Who may use which route of signing in and of accounts. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const accountRoutes: Record<string, RouteAccess> = {
  'routes/_auth+/_layout': {},
  'routes/_auth+/login': { get: 'anyone', post: 'anyone' },
  'routes/_auth+/logout': { get: 'anyone', post: 'anyone' },
  'routes/_app+/me+/index': { get: 'signed-in' },
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
}
