/** Who may use which route of pay. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const payRoutes: Record<string, RouteAccess> = {
  'routes/_app+/pay+/parity.index': { get: 'pay:read' },
  'routes/_app+/pay+/parity.export[.]xlsx': { get: 'pay:read' },
  'routes/_app+/pay+/parity.$countyId.index': { get: 'pay:read' },
  'routes/_app+/pay+/parity.$countyId.chart[.]svg': { get: 'pay:read' },
  'routes/_app+/pay+/parity.$countyId.rolling[.]svg': { get: 'pay:read' },
  'routes/_app+/pay+/linkage.index': { get: 'pay:read' },
  'routes/_app+/pay+/linkage.export[.]xlsx': { get: 'pay:read' },
  'routes/_app+/pay+/benchmarks.index': { get: 'pay:read' },
  'routes/_app+/pay+/benchmarks.export[.]xlsx': { get: 'pay:read' },
  'routes/_app+/pay+/benchmarks.new': { get: 'pay:set', post: 'pay:set' },
  'routes/_app+/pay+/reports.index': { get: 'pay:read' },
  'routes/_app+/pay+/reports.export[.]xlsx': { get: 'pay:read' },
  'routes/_app+/pay+/reports.new': { get: 'pay:set', post: 'pay:set' },
  'routes/_app+/pay+/reports.$reportId.index': { get: 'pay:read' },
  'routes/_app+/pay+/reports.$reportId.export[.]xlsx': { get: 'pay:read' },
  'routes/_app+/pay+/reports.$reportId.chart[.]svg': { get: 'pay:read' },
  'routes/_app+/pay+/reports.$reportId.act.$reportAct': { get: 'pay:set', post: 'pay:set' },
  'routes/_app+/pay+/basis.index': { get: 'pay:read' },
  'routes/_app+/pay+/basis.export[.]xlsx': { get: 'pay:read' },
  'routes/_app+/pay+/basis.$placeId.$itemCode': { get: 'pay:set', post: 'pay:set' },
  'routes/_app+/pay+/people.index': { get: 'pay:person', post: 'pay:person' },
  'routes/_app+/pay+/people.$personId': { get: 'pay:person' },
  'routes/_app+/me+/pay': { get: 'holder' },
}
