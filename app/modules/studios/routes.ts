/** Who may use which route of studios. */
import type { RouteAccess } from '#app/platform/manifest/manifest.ts'

export const studioRoutes: Record<string, RouteAccess> = {
  'routes/_app+/studios+/index': { get: 'studios:read' },
  'routes/_app+/studios+/export[.]xlsx': { get: 'studios:read' },
  'routes/_app+/studios+/$studioId.index': { get: 'studios:read' },
  'routes/_app+/studios+/calls.index': { get: 'studios:read' },
  'routes/_app+/studios+/calls.export[.]xlsx': { get: 'studios:read' },
  'routes/_app+/studios+/calls.new': { get: 'studios:call', post: 'studios:call' },
  'routes/_app+/studios+/calls.$callId.index': { get: 'studios:read' },
  'routes/_app+/studios+/calls.$callId.export[.]xlsx': { get: 'studios:read' },
  'routes/_app+/studios+/calls.$callId.experts': { get: 'studios:call', post: 'studios:call' },
  'routes/_app+/studios+/calls.$callId.propose': { get: 'studios:call', post: 'studios:call' },
  'routes/_app+/studios+/calls.$callId.call_off': { get: 'studios:call', post: 'studios:call' },
  'routes/_app+/studios+/calls.$callId.applications.$applicationId': { get: 'studios:call' },
  'routes/_app+/me+/studios.index': { get: 'holder' },
  'routes/_app+/me+/studios.calls.$ownCallId': { get: 'holder', post: 'holder' },
  'routes/_app+/me+/reviews': { get: 'signed-in', post: 'signed-in' },
}
