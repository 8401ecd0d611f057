/** The settings of the exchange where nobody has set anything, but for what is given. */
import type { ExchangePolicies } from '#app/modules/exchange/eligibility-policy.ts'
import { exchangePolicies } from '#app/modules/exchange/policies.ts'
import type { PolicyValue } from '#app/platform/policy/define.ts'

type Given = Partial<Record<keyof typeof exchangePolicies, PolicyValue>>

export function policiesWith(given: Given = {}): ExchangePolicies {
  const use = (key: keyof typeof exchangePolicies) => ({
    key,
    value: given[key] ?? exchangePolicies[key].default,
    from: given[key] === undefined ? 'default' : 'county',
    source: exchangePolicies[key].source,
  })
  return { use } as ExchangePolicies
}

export const usualPolicies = policiesWith()
