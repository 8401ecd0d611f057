/** Who may use which route of the settings. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const policyRoutes: Record<string, RouteAccess> = {
  'routes/_app+/policy+/index': { get: 'policy:read' },
  'routes/_app+/policy+/$placeId.index': { get: 'policy:read' },
  'routes/_app+/policy+/$placeId.export[.]xlsx': { get: 'policy:read' },
  'routes/_app+/policy+/$placeId.$policyKey': { get: 'policy:read', post: 'policy:manage' },
}
