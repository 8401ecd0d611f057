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
  'routes/_app+/exchange+/rounds.index': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.export[.]xlsx': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.new': { get: 'exchange:round', post: 'exchange:round' },
  'routes/_app+/exchange+/rounds.$roundId.index': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.$roundId.windows': { get: 'exchange:round', post: 'exchange:round' },
  'routes/_app+/exchange+/rounds.$roundId.act.$roundAct': { get: 'exchange:round', post: 'exchange:round' },
  'routes/_app+/exchange+/rounds.$roundId.needs.new': { get: 'exchange:offer', post: 'exchange:offer' },
  'routes/_app+/exchange+/rounds.$roundId.needs.$needId': { get: 'exchange:read', post: 'exchange:offer' },
  'routes/_app+/exchange+/rounds.$roundId.needs.export[.]xlsx': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.$roundId.subjects.index': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.$roundId.subjects.export[.]xlsx': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.$roundId.volunteers.index': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.$roundId.volunteers.export[.]xlsx': { get: 'exchange:read' },
  'routes/_app+/exchange+/rounds.$roundId.volunteers.$personId': {
    get: 'exchange:read',
    post: 'exchange:exempt',
  },
  'routes/_app+/me+/round': { get: 'holder', post: 'holder' },
  'routes/_app+/me+/exchange': { get: 'holder' },
}
