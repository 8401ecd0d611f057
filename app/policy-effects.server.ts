/** The rooms that say their settings, and tell what a change of one would change; registered for the server. */
import { choiceText, dueEffect } from '#app/modules/exchange/index.server.ts'
import { registerPolicyEffect } from '#app/platform/policy/effects.server.ts'
import { registerPolicyChoices } from '#app/platform/policy/value-text.server.ts'

registerPolicyEffect('exchange.', dueEffect)
registerPolicyChoices('exchange.', choiceText)
