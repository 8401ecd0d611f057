/** Who may use which route of exchange. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const exchangeRoutes: Record<string, RouteAccess> = {
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
  'routes/_app+/me+/exchange': { get: 'holder' },
}
