/** Who may use which route of the trail. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const auditRoutes: Record<string, RouteAccess> = {
  'routes/_app+/audit+/index': { get: 'audit:read', post: 'audit:read' },
  'routes/_app+/audit+/export[.]xlsx': { get: 'audit:read' },
  'routes/_app+/audit+/$chainId.$seq': { get: 'audit:read' },
}
