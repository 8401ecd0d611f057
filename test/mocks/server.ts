/** The world outside, as far as tests let anybody talk to it: nothing but this machine, until a handler stands here. */
import { setupServer } from 'msw/node'

export const outsideWorld = setupServer()

const ownHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** From now on a request that leaves this machine fails, and the test with it. */
export function guardOutsideWorld(): void {
  outsideWorld.listen({
    onUnhandledRequest(request, print) {
      if (!ownHosts.has(new URL(request.url).hostname)) print.error()
    },
  })
}
