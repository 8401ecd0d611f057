import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PolicyUse } from '#app/platform/policy/define.ts'
import { type PayPolicies, parityOf } from './parity.ts'

const policies = {
  use: (key: string) => ({ value: key === 'pay.duty_ratio' ? 1 : 0.02 }) as PolicyUse<number>,
} as unknown as PayPolicies

const yuan = (amount: number) => BigInt(Math.round(amount * 100))
const paid = (months: number, items: Record<number, number>) => ({
  months,
  items: new Map(Object.entries(items).map(([id, amount]) => [Number(id), yuan(amount)])),
})
const all = () => true

test('months worked, not heads, make the average', () => {
  // One all year, one for half of it: 18 months.
  const { average } = parityOf(paid(18, { 1: 150_000 }), all, yuan(100_000), policies)
  expect(average).toBe(yuan(100_000))
})

test('only items that count', () => {
  const { fen, average } = parityOf(
    paid(12, { 1: 80_000, 2: 9_000 }),
    (id) => id === 1,
    yuan(80_000),
    policies,
  )
  expect([fen, average]).toEqual([yuan(80_000), yuan(80_000)])
})

test.each([
  [79_999.99, 'short'],
  [80_000, 'near'],
  [81_599.99, 'near'],
  [81_600, 'met'],
])('%s against 80,000: %s', (average, state) =>
  expect(parityOf(paid(12, { 1: average }), all, yuan(80_000), policies).state).toBe(state),
)

test('without a benchmark, or with one of nothing, or without anybody paid, it is unknown: never 0, never without end', () => {
  for (const [months, benchmark] of [
    [12, null],
    [12, 0n],
    [0, yuan(80_000)],
  ] as const) {
    const found = parityOf(paid(months, { 1: 80_000 }), all, benchmark, policies)
    expect([found.state, found.ratio, found.gap, found.gapInAll]).toEqual(['unknown', null, null, null])
  }
})

test('the gap in all is what makes the average reach the duty, to the fen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200_000 }),
      fc.bigInt(1n, 10n ** 13n),
      fc.bigInt(1n, 10n ** 8n),
      (months, fen, benchmark) => {
        const group = { months, items: new Map([[1, fen]]) }
        const { gapInAll, state, gap } = parityOf(group, all, benchmark, policies)
        if (gapInAll === null || gap === null) throw new Error('unknown')
        const after = parityOf({ months, items: new Map([[1, fen + gapInAll]]) }, all, benchmark, policies)
        expect(after.state).not.toBe('short')
        if (state === 'short') expect(gap).toBeGreaterThan(0n)
        else expect(gap).toBe(0n)
      },
    ),
  )
})
