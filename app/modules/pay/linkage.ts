/**
 * The linkage clock 联动: when civil servants get more, teachers' pay has to follow within the months that are set. Pure: what was said
 * of the benchmark and what was paid in; the clock and why it stands as it does out.
 * Clause: policy-source 二(三)4 (健全工资长效联动机制); 国办发〔2018〕75 号: teachers' pay is planned and raised together with theirs.
 */
import { addMonths, type PlainDate } from '#app/platform/dates.ts'
import { MONTHS } from './codes.ts'
import {
  lastMonth,
  type MonthNumber,
  type MonthPaid,
  monthNumber,
  sumOver,
  twelveTo,
  yearOfMonth,
} from './months-paid.ts'
import type { PayPolicies } from './parity.ts'

/** What was said of a county's benchmark, once. */
export type BenchmarkWord = {
  year: number
  version: number
  fen: bigint
  /** From when civil servants get it. */
  effectiveOn: PlainDate
  /** When it was said. */
  setOn: PlainDate
}

/** A year's benchmark above the one before. */
export type Raise = {
  year: number
  from: bigint
  to: bigint
  /** From when teachers' pay is looked at. */
  effectiveOn: PlainDate
  /** From when the months to follow count: nobody follows what was not said. */
  since: PlainDate
}

/** - followed. - running: the months are not over. - overdue. */
export const LINKAGE_STATES = ['followed', 'running', 'overdue'] as const
export type LinkageState = (typeof LINKAGE_STATES)[number]

export type Clock = Raise & {
  state: LinkageState
  /** The last day to follow. */
  until: PlainDate
  /** From which month on it has followed; null where it has not. */
  month: MonthNumber | null
  /** `raised`: paid more by at least the same share. `reached`: over twelve months no less than civil servants. */
  how: 'raised' | 'reached' | null
  /** Pay since the raise over pay of the same months a year before; null where one is not known. */
  times: number | null
}

/** Every year that was said to be above the year before, the latest year first. The latest word of a year holds. */
export function raisesOf(words: readonly BenchmarkWord[]): Raise[] {
  const latest = new Map<number, BenchmarkWord>()
  for (const word of words)
    if (word.version >= (latest.get(word.year)?.version ?? 0)) latest.set(word.year, word)
  return [...latest.values()]
    .flatMap(({ year, fen: to, effectiveOn }): Raise[] => {
      const from = latest.get(year - 1)?.fen
      if (from === undefined || to <= from) return []
      // The first that said more: a later correction does not give more time.
      const said = words.filter((word) => word.year === year && word.fen > from).map(({ setOn }) => setOn)
      const first = said.sort()[0] ?? effectiveOn
      return [{ year, from, to, effectiveOn, since: later(effectiveOn, first) }]
    })
    .sort((one, other) => other.year - one.year)
}

const later = (one: PlainDate, other: PlainDate) => [one, other].sort()[1] ?? other

export function clockOf(
  raise: Raise,
  paid: ReadonlyMap<MonthNumber, MonthPaid>,
  policies: PayPolicies,
  today: PlainDate,
): Clock {
  const until = addMonths(raise.since, policies.use('pay.follow_months').value)
  const [year = 0, month = 0] = raise.effectiveOn.split('-').map(Number)
  const first = monthNumber(year, month)
  const ways = [
    { how: 'raised' as const, month: heldSince(first, paid, (at) => isRaised(raise, paid, first, at)) },
    {
      how: 'reached' as const,
      month: heldSince(first, paid, (at) => isReached(raise, paid, at, policies)),
    },
  ].filter((way) => way.month !== null)
  const [earliest] = ways.sort((one, other) => (one.month ?? 0) - (other.month ?? 0))
  const state = earliest ? 'followed' : today <= until ? 'running' : 'overdue'
  const last = lastMonth(paid)
  return {
    ...raise,
    ...{ state, until, month: earliest?.month ?? null, how: earliest?.how ?? null },
    times: last === null ? null : timesBefore(paid, first, last),
  }
}

/** The month from which on it holds, up to the last that is known; null where it does not hold then. */
function heldSince(
  first: MonthNumber,
  paid: ReadonlyMap<MonthNumber, MonthPaid>,
  holds: (at: MonthNumber) => boolean,
): MonthNumber | null {
  let since: MonthNumber | null = null
  for (let at = lastMonth(paid) ?? first - 1; at >= first && holds(at); at--) since = at
  return since
}

/** Pay since the raise beside the same months a year before: by the share of the raise or more. Compared exactly. */
function isRaised(
  { from, to }: Raise,
  paid: ReadonlyMap<MonthNumber, MonthPaid>,
  first: MonthNumber,
  last: MonthNumber,
): boolean {
  const now = sumOver(paid, first, last)
  const before = sumOver(paid, first - MONTHS, last - MONTHS)
  if (!now || !before) return false
  return now.fen * before.months * from >= before.fen * now.months * to
}

const MILLION = 1_000_000n

/** Twelve months that lie in the raised year or after it, no less than it by the duty. */
function isReached(
  { year, to }: Raise,
  paid: ReadonlyMap<MonthNumber, MonthPaid>,
  last: MonthNumber,
  policies: PayPolicies,
): boolean {
  const twelve = yearOfMonth(last) >= year ? twelveTo(paid, last) : null
  if (!twelve) return false
  const duty = BigInt(Math.round(policies.use('pay.duty_ratio').value * 1_000_000))
  return twelve.fen * BigInt(MONTHS) * MILLION >= to * duty * twelve.months
}

function timesBefore(
  paid: ReadonlyMap<MonthNumber, MonthPaid>,
  first: MonthNumber,
  last: MonthNumber,
): number | null {
  const now = sumOver(paid, first, last)
  const before = sumOver(paid, first - MONTHS, last - MONTHS)
  if (last < first || !now || !before || before.fen <= 0n) return null
  return Number((now.fen * before.months * MILLION) / (before.fen * now.months)) / 1_000_000
}
