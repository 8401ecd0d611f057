/** Exemptions: limits and states. */
import { describe, expect, test } from 'vitest'
import { EXEMPTIONS, exemptionState, latestEnd } from './exemption.ts'
import { exchangePolicies } from './policies.ts'

describe('an exemption', () => {
  test('of each kind is bounded by a setting that exists', () => {
    for (const { limit } of EXEMPTIONS) expect(exchangePolicies).toHaveProperty([limit.policy])
  })

  test.each([
    ['illness', '2026-09-01', 12, '2027-09-01'],
    ['nursing', '2026-09-01', 3, '2029-09-01'],
    ['pregnancy', '2026-10-31', 16, '2028-02-29'],
  ] as const)('%s from %s for %i may run until %s', (kind, from, limit, end) => {
    expect(latestEnd(kind, from, limit)).toBe(end)
  })

  test('begins on its first day and is over on validTo', () => {
    const period = { validFrom: '2026-09-01', validTo: '2027-09-01' }
    expect(exemptionState(period, '2026-08-31')).toBe('upcoming')
    expect(exemptionState(period, '2026-09-01')).toBe('in_force')
    expect(exemptionState(period, '2027-08-31')).toBe('in_force')
    expect(exemptionState(period, '2027-09-01')).toBe('ended')
  })
})
