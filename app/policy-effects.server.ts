/** The rooms that tell what a change of a setting would change, registered for the server. */
import { dueEffect } from '#app/modules/exchange/index.server.ts'
import { registerPolicyEffect } from '#app/platform/policy/effects.server.ts'

registerPolicyEffect('exchange.', dueEffect)
