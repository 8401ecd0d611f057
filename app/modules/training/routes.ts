/** Who may use which route of training. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const trainingRoutes: Record<string, RouteAccess> = {
  'routes/_app+/training+/index': { get: 'training:read' },
  'routes/_app+/training+/entries.index': { get: 'training:read', post: 'training:check' },
  'routes/_app+/training+/entries.export[.]xlsx': { get: 'training:read' },
  'routes/_app+/training+/entries.$entryId': { get: 'training:read', post: 'training:check' },
  'routes/_app+/training+/samples.index': { get: 'training:read' },
  'routes/_app+/training+/samples.export[.]xlsx': { get: 'training:read' },
  'routes/_app+/training+/samples.new': { get: 'training:sample', post: 'training:sample' },
  'routes/_app+/training+/samples.$sampleId.index': { get: 'training:read' },
  'routes/_app+/training+/samples.$sampleId.export[.]xlsx': { get: 'training:read' },
  'routes/_app+/training+/samples.$sampleId.$drawnEntryId': { get: 'training:read', post: 'training:sample' },
  'routes/_app+/training+/overview.index': { get: 'training:read' },
  'routes/_app+/training+/overview.chart[.]svg': { get: 'training:read' },
  'routes/_app+/training+/overview.export[.]xlsx': { get: 'training:read' },
  'routes/_app+/training+/report': { get: 'training:read' },
  'routes/_app+/training+/people.index': { get: 'training:read' },
  'routes/_app+/training+/people.export[.]xlsx': { get: 'training:read' },
  'routes/_app+/training+/people.$personId.index': { get: 'training:read', post: 'training:check' },
  'routes/_app+/training+/people.$personId.chart[.]svg': { get: 'training:read' },
  'routes/_app+/me+/hours.index': { get: 'holder' },
  'routes/_app+/me+/hours.chart[.]svg': { get: 'holder' },
  'routes/_app+/me+/hours.new': { get: 'holder', post: 'holder' },
  'routes/_app+/me+/hours.send': { post: 'holder' },
  'routes/_public+/me.hours.offline': { get: 'anyone' },
  'routes/_app+/me+/hours.$ownEntryId': { get: 'holder', post: 'holder' },
}
