/** Who may use which route of the principal pipeline. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const principalRoutes: Record<string, RouteAccess> = {
  'routes/_app+/principals+/cohorts.index': { get: 'principals:read' },
  'routes/_app+/principals+/cohorts.export[.]xlsx': { get: 'principals:read' },
  'routes/_app+/principals+/cohorts.new': { get: 'principals:run', post: 'principals:run' },
  'routes/_app+/principals+/cohorts.$cohortId.index': { get: 'principals:read', post: 'principals:run' },
  'routes/_app+/principals+/cohorts.$cohortId.export[.]xlsx': { get: 'principals:read' },
  'routes/_app+/principals+/cohorts.$cohortId.judges': { get: 'principals:run', post: 'principals:run' },
  'routes/_app+/principals+/cohorts.$cohortId.places': { get: 'principals:run', post: 'principals:run' },
  'routes/_app+/principals+/cohorts.$cohortId.call_off': { get: 'principals:run', post: 'principals:run' },
  'routes/_app+/principals+/cohorts.$cohortId.candidates.$candidateId': {
    ...{ get: 'principals:read', post: 'principals:recommend' },
  },
  'routes/_app+/me+/principals.index': { get: 'holder' },
  'routes/_app+/me+/principals.$ownCohortId': { get: 'holder', post: 'holder' },
  'routes/_app+/me+/judging': { get: 'signed-in', post: 'signed-in' },
}
