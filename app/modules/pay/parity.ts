/**
 * Parity 工资收入比较: what teachers got on average against what civil servants did, on the same items, by months worked. Pure: sums,
 * which items count, the benchmark and the settings in; the answer with its reasons out. Money is fen.
 * Clause: policy-source 二(三)4: teachers of compulsory education get on average no less than local civil servants.
 */
import { dividedFen } from '#app/platform/money.ts'
import type { PoliciesOf } from '#app/platform/policy/define.ts'
import { MONTHS } from './codes.ts'
import type { payPolicies } from './policies.ts'

export type PayPolicies = PoliciesOf<typeof payPolicies>

/** What was paid to a group, and for how many months worked. */
export type Paid = {
  /** Months worked, of all of the group together. */
  months: number
  /** Fen by item. */
  items: ReadonlyMap<number, bigint>
}

/** - unknown: no benchmark, or nobody was paid. - short: under the duty. - near: met, by less than the margin. - met. */
export const PARITY_STATES = ['short', 'near', 'met', 'unknown'] as const
export type ParityState = (typeof PARITY_STATES)[number]

export type Parity = {
  state: ParityState
  /** What counts, in all. */
  fen: bigint
  months: number
  /** A year's pay of one that counts; null where nobody was paid. */
  average: bigint | null
  benchmark: bigint | null
  /** Average over benchmark; null is unknown. */
  ratio: number | null
  /** Fen a head and year that are missing to the duty, and in all for the months worked; 0 where none are. */
  gap: bigint | null
  gapInAll: bigint | null
}

/** Fen of the items that count. */
export function countedFen({ items }: Paid, counts: (itemId: number) => boolean): bigint {
  let fen = 0n
  for (const [itemId, amount] of items) if (counts(itemId)) fen += amount
  return fen
}

/** A year's average pay: what was paid over months worked, times twelve. Null where no month was worked. */
export function yearlyAverage(fen: bigint, months: number): bigint | null {
  return months > 0 ? dividedFen(fen * BigInt(MONTHS), BigInt(months)) : null
}

export function parityOf(
  paid: Paid,
  counts: (itemId: number) => boolean,
  benchmark: bigint | null,
  policies: PayPolicies,
): Parity {
  const fen = countedFen(paid, counts)
  const average = yearlyAverage(fen, paid.months)
  const own = { fen, months: paid.months, average, benchmark }
  if (average === null || benchmark === null || benchmark <= 0n)
    return { ...own, state: 'unknown', ratio: null, gap: null, gapInAll: null }
  const duty = share(policies.use('pay.duty_ratio').value)
  const amber = duty + share(policies.use('pay.amber_margin').value)
  // Compared exactly: fen × 12 / months / benchmark against a share of a million.
  const got = fen * BigInt(MONTHS) * MILLION
  const whole = benchmark * BigInt(paid.months)
  const state = got >= whole * amber ? 'met' : got >= whole * duty ? 'near' : 'short'
  const missing = whole * duty - got
  return {
    ...own,
    state,
    ratio: Number(got / whole) / 1_000_000,
    gap: roundedUp(missing, BigInt(paid.months) * MILLION),
    gapInAll: roundedUp(missing, BigInt(MONTHS) * MILLION),
  }
}

const MILLION = 1_000_000n
const share = (value: number) => BigInt(Math.round(value * 1_000_000))
/** What is missing is told in whole fen that are enough; nothing is missing below zero. */
const roundedUp = (fen: bigint, divisor: bigint) => (fen > 0n ? (fen + divisor - 1n) / divisor : 0n)
