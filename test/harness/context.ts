/** What the server hands to every loader and action, for tests that call them alone. */
import type { AppLoadContext } from '@remix-run/node'

export const testContext: AppLoadContext = {
  nonce: 'nonce',
  requestId: 'test',
  clientAddress: '127.0.0.1',
  isData: false,
}
