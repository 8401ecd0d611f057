/** What a word on a benchmark 公务员平均工资收入 has to be, whoever says it: typed, counted of people, or fetched. Pure. */
import type { PlainDate } from '#app/platform/dates.ts'
import type { BenchmarkState, PayPart } from './codes.ts'

/** Fen a head and year by part of pay, where it is known. */
export type BenchmarkParts = Partial<Record<PayPart, bigint>>

export type BenchmarkFigure = { year: number; state: BenchmarkState; fen: bigint; parts: BenchmarkParts }

export type BenchmarkProblem = 'no_amount' | 'year_ahead' | 'final_early' | 'parts_differ'

/** A year that is not over has a forecast at most; nothing is said of years after the next; known parts are the whole. */
export function benchmarkProblem(
  { year, state, fen, parts }: BenchmarkFigure,
  today: PlainDate,
): BenchmarkProblem | null {
  const thisYear = Number(today.slice(0, 4))
  if (fen <= 0n) return 'no_amount'
  if (year > thisYear + 1) return 'year_ahead'
  if (state === 'final' && year >= thisYear) return 'final_early'
  const known = Object.values(parts)
  if (known.length > 0 && known.reduce((sum, part) => sum + part, 0n) !== fen) return 'parts_differ'
  return null
}

/** Whether both say the same; a document of another number is another word. */
export function isSameBenchmark(
  one: BenchmarkFigure & { documentNo: string },
  other: BenchmarkFigure & { documentNo: string },
): boolean {
  return (
    one.fen === other.fen &&
    one.state === other.state &&
    one.documentNo === other.documentNo &&
    JSON.stringify(keptParts(one.parts)) === JSON.stringify(keptParts(other.parts))
  )
}

/** As the database keeps them: fen as text, in one order. */
export function keptParts(parts: BenchmarkParts): Record<string, string> {
  const sorted = Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(sorted.map(([part, fen]) => [part, String(fen)]))
}

export function readParts(kept: unknown): BenchmarkParts {
  const parts = Object.entries(kept as Record<string, string>)
  return Object.fromEntries(parts.map(([part, fen]) => [part, BigInt(fen)]))
}
