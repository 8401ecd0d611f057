/** All rooms' settings, registered for the server and the command line. */
import { exchangePolicies } from '#app/modules/exchange/policies.ts'
import { registerPolicies } from '#app/platform/policy/known-policies.ts'

type AllPolicies = typeof exchangePolicies

declare module '#app/platform/policy/known-policies.ts' {
  interface KnownPolicies extends AllPolicies {}
}

registerPolicies(exchangePolicies)
