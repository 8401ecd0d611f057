import { expect, test } from 'vitest'
import type { ExchangePolicies } from '../eligibility-policy.ts'
import { exchangePolicies } from '../policies.ts'
import { type OfferedPost, ruralServiceOf } from './rural-service.ts'

const policies: ExchangePolicies = {
  use: (key) => ({ key, value: exchangePolicies[key].default, from: 'default', source: '' }) as never,
}
const village: OfferedPost = {
  ...{ placeType: '220', isWeak: false, validFrom: '2027-09-01', validTo: '2028-07-01' },
}

const cases: [what: string, change: Partial<OfferedPost>, outcome: string][] = [
  ['ten months in a village', {}, 'counts'],
  ['a day less', { validTo: '2028-06-30' }, 'too_short'],
  ['a township’s centre', { placeType: '210' }, 'counts'],
  ['a town', { placeType: '121' }, 'not_rural'],
  ['a weak school in town', { placeType: '121', isWeak: true }, 'counts'],
  ['a place nobody has told', { placeType: null }, 'not_rural'],
]
test.each(cases)('%s', (_, change, outcome) => {
  expect(ruralServiceOf({ ...village, ...change }, policies).outcome).toBe(outcome)
})
