/** All rooms' settings by key, registered by the composition. */
import type { PoliciesOf, PolicyDefinition, PolicyDefinitions } from './define.ts'

/** Filled by every room with its settings, so that an unknown key does not compile. */
export interface KnownPolicies extends Pick<PolicyDefinitions, never> {}

/** The settings of every room at one place on one day. */
export type Policies = PoliciesOf<KnownPolicies>

const known: Record<string, PolicyDefinition> = {}

export function registerPolicies(definitions: PolicyDefinitions): void {
  Object.assign(known, definitions)
}

/** Every registered setting, by key. */
export function knownPolicies(): PolicyDefinitions {
  return known
}
