/** Exemptions: limits, states, and what an uploaded proof is. */
import { describe, expect, test } from 'vitest'
import { EXEMPTIONS, exemptionState, latestEnd } from './exemption.ts'
import { exchangePolicies } from './policies.ts'
import { proofKindOf } from './proof-file.ts'

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

describe('a proof', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test.each([
    ['%PDF-1.7 …', 'pdf'],
    [' %PDF-1.7', null],
    ['<html>%PDF-', null],
    ['', null],
  ])('%j is %s', (text, kind) => {
    expect(proofKindOf(bytes(text))).toBe(kind)
  })

  test('pictures are told by their first bytes', () => {
    expect(proofKindOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpg')
    expect(proofKindOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('png')
    expect(proofKindOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(null)
  })
})
