import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PolicyUse } from '#app/platform/policy/define.ts'
import { type BenchmarkWord, clockOf, raisesOf } from './linkage.ts'
import { benchmarkTo, monthNumber, monthsPaid, sumOver, twelveTo, yearlyOf } from './months-paid.ts'
import type { PayPolicies } from './parity.ts'

const policies = {
  use: (key: string) => ({ value: key === 'pay.follow_months' ? 6 : 1 }) as PolicyUse<number>,
} as unknown as PayPolicies

const said = (year: number, yuan: number, more: Partial<BenchmarkWord> = {}): BenchmarkWord => ({
  ...{ year, version: 1, fen: BigInt(yuan) * 100n, effectiveOn: `${year}-01-01`, setOn: `${year}-03-01` },
  ...more,
})

/** Ten people, each paid so many yuan a month; months from January 2024 on. */
const paidAt = (perMonth: readonly number[]) =>
  monthsPaid(
    perMonth.map((yuan, at) => ({
      ...{ year: 2024 + Math.floor(at / 12), month: (at % 12) + 1 },
      ...{ fen: BigInt(yuan) * 100n * 10n, months: 10 },
    })),
  )
const times = (count: number, yuan: number) => Array.from({ length: count }, () => yuan)

describe('a raise', () => {
  test('is a year above the year before, told by its latest word, since its first', () => {
    const words = [
      said(2024, 80_000),
      said(2025, 84_000),
      said(2025, 83_000, { version: 2, setOn: '2025-06-01' }),
    ]
    expect(raisesOf(words)).toMatchObject([{ year: 2025, to: 8_300_000n, since: '2025-03-01' }])
  })

  test('is none without the year before, or where the last word takes it back', () => {
    expect(raisesOf([said(2025, 84_000)])).toEqual([])
    expect(raisesOf([said(2024, 80_000), said(2025, 84_000), said(2025, 80_000, { version: 2 })])).toEqual([])
  })

  test('counts from its day where it was said before', () => {
    const words = [said(2024, 80_000), said(2025, 84_000, { effectiveOn: '2025-07-01' })]
    expect(raisesOf(words)).toMatchObject([{ since: '2025-07-01' }])
  })
})

describe('the clock', () => {
  const [raise] = raisesOf([said(2024, 80_000), said(2025, 84_000)])
  if (!raise) throw new Error('no raise')

  test('runs until the months to follow are over, then is overdue', () => {
    const paid = paidAt([...times(12, 6_000), ...times(9, 6_000)])
    expect(clockOf(raise, paid, policies, '2025-09-01').state).toBe('running')
    expect(clockOf(raise, paid, policies, '2025-09-02')).toMatchObject({
      state: 'overdue',
      until: '2025-09-01',
    })
  })

  test('is followed by a raise of the same share, from the month on in which pay since the raise reaches it', () => {
    // 5% from January to September: nothing for three months, then made good.
    const paid = paidAt([...times(12, 6_000), ...times(3, 6_000), ...times(6, 6_600)])
    expect(clockOf(raise, paid, policies, '2026-01-01')).toMatchObject({
      ...{ state: 'followed', how: 'raised', month: monthNumber(2025, 6) },
      times: 1.066666,
    })
  })

  test('is not followed by one good month after which pay falls back', () => {
    const paid = paidAt([...times(12, 6_000), 8_000, ...times(8, 6_000)])
    expect(clockOf(raise, paid, policies, '2026-01-01').state).toBe('overdue')
  })

  test('is followed where twelve months are no less than civil servants get', () => {
    const paid = paidAt(times(14, 7_000))
    expect(clockOf(raise, paid, policies, '2026-01-01')).toMatchObject({ state: 'followed', how: 'reached' })
  })

  test('knows nothing of months that nobody has sent', () => {
    expect(clockOf(raise, paidAt(times(12, 6_000)), policies, '2025-04-01')).toMatchObject({
      ...{ state: 'running', month: null, times: null },
    })
    expect(clockOf(raise, new Map(), policies, '2026-04-01').state).toBe('overdue')
  })
})

describe('twelve months', () => {
  test('a year paid as a whole is the same as its months', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 1, max: 120_000 }), (fen, months) => {
        const whole = twelveTo(monthsPaid([{ year: 2025, month: 0, fen, months }]), monthNumber(2025, 12))
        expect(whole && yearlyOf(whole)).toBe((2n * fen * 12n + BigInt(months)) / (2n * BigInt(months)))
      }),
    )
  })

  test('one that is missing makes them unknown', () => {
    const paid = paidAt(times(14, 6_000))
    expect(sumOver(paid, monthNumber(2023, 12), monthNumber(2024, 11))).toBeNull()
    expect(twelveTo(paid, monthNumber(2025, 2))).not.toBeNull()
  })

  test('the benchmark is of each year by its months; of a year without one nothing', () => {
    const of = (year: number) => (year === 2024 ? 8_000_000n : year === 2025 ? 9_200_000n : null)
    expect(benchmarkTo(monthNumber(2025, 3), of)).toBe(8_300_000n)
    expect(benchmarkTo(monthNumber(2026, 1), of)).toBeNull()
  })
})
