/** How many a list finds, counted exactly up to a bound: beyond it a list says "10,000+", and nobody waits. */
export const COUNT_BOUND = 10_000

export type BoundedCount = { count: number; more: boolean }

/** A count that was read to one beyond the bound at most. */
export function bounded(count: number): BoundedCount {
  return { count: Math.min(count, COUNT_BOUND), more: count > COUNT_BOUND }
}
