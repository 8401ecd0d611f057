/** When a digest that did not go out is tried again. */

const MINUTES_TO_WAIT = [1, 5, 30, 120, 480] as const

/** Milliseconds until the next try after so many; null: no more. */
export function waitAfter(attempts: number): number | null {
  const minutes = MINUTES_TO_WAIT[attempts - 1]
  return minutes === undefined ? null : minutes * 60_000
}
