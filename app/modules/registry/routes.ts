/** Who may use which route of the registry; a guarded route with an id also refuses the same role of another county. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const registryRoutes: Record<string, RouteAccess> = {
  'routes/_app+/me+/record': { get: 'holder' },
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
  'routes/_app+/organisations+/new': { get: 'organisation:manage', post: 'organisation:manage' },
  'routes/_app+/organisations+/$organisationId': { get: 'organisation:read' },
  'routes/_app+/organisations+/$organisationId_.overview.index': { get: 'staff:read' },
  'routes/_app+/organisations+/$organisationId_.overview.$chart[.]svg': { get: 'staff:read' },
  'routes/_app+/organisations+/$organisationId_.change.$orgAct': {
    get: 'organisation:manage',
    post: 'organisation:manage',
  },
  'routes/_app+/organisations+/schools': { get: 'signed-in' },
  'routes/_app+/organisations+/options': { get: 'organisation:read' },
  'routes/_app+/staff+/options': { get: 'staff:read' },
}
